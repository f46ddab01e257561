/// A watch that stops a long call when the task that made the call is cancelled. The call then throws `EkenError.Cancelled`.
public final class TaskWatch: Watch {
    private let told: @Sendable (Int64, Int64) -> Void

    /// A watch that tells how much of how much is done: on the thread of the call, some twenty times a second.
    public init(_ told: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }) {
        self.told = told
    }

    public func progress(done: Int64, total: Int64) -> Bool {
        told(done, total)
        return !Task.isCancelled
    }
}
