package eken.java;

/** Who is told that a long call goes on, some twenty times a second, on the thread of the call. */
@FunctionalInterface
public interface Progress {
    /** So much of so much is done: dossiers of many, else nothing or all of one. One that throws ends the call as {@code INTERNAL}. */
    void at(long done, long total);
}
