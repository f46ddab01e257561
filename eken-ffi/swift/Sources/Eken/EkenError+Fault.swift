extension EkenError {
    /// What is wrong, where, and how to mend it, whichever case this is.
    public var fault: Fault {
        switch self {
        case let .Read(fault), let .Plan(fault), let .Call(fault), let .Cancelled(fault), let .Internal(fault): return fault
        }
    }
}
