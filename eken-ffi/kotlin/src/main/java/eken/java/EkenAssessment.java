package eken.java;

import java.util.List;
import java.util.Map;

import eken.Assessment;
import eken.Change;
import eken.Lang;
import eken.Outcome;
import eken.Verdict;

/** How a town stands on every indicator and target of a plan. It is no acceptance. It never changes and may be used from many threads. */
public final class EkenAssessment implements AutoCloseable {
    private final Assessment assessment;

    EkenAssessment(Assessment assessment) {
        this.assessment = assessment;
    }

    /** Id of the plan. */
    public String plan() throws EkenFailure {
        return Calls.call(assessment::plan);
    }

    /** Acceptance year. */
    public int year() throws EkenFailure {
        return Calls.call(assessment::year);
    }

    /** Day up to which facts counted, {@code YYYY-MM-DD}. */
    public String asOf() throws EkenFailure {
        return Calls.call(assessment::asOf);
    }

    /** How many binding indicators have each verdict. */
    public Map<Outcome, Integer> counts() throws EkenFailure {
        return Calls.call(assessment::counts);
    }

    /** How many targets of the county have each verdict. */
    public Map<Outcome, Integer> targetCounts() throws EkenFailure {
        return Calls.call(assessment::targetCounts);
    }

    /** Whether every binding indicator is met or met by exemption; that alone is no acceptance. */
    public boolean allBindingMet() throws EkenFailure {
        return Calls.call(assessment::allBindingMet);
    }

    /** The verdict on every indicator and target, in order, in one language. */
    public List<Verdict> verdicts(Lang lang) throws EkenFailure {
        return Calls.call(() -> assessment.verdicts(lang));
    }

    /**
     * How the verdict on an indicator ({@code 16}) or target ({@code T1}) comes about: a text for people.
     *
     * @throws EkenFailure {@code CALL} where there is none of the number
     */
    public String explain(String no, Lang lang) throws EkenFailure {
        return Calls.call(() -> assessment.explain(no, lang));
    }

    /** What changed since another assessment of the town by the same plan. */
    public List<Change> changes(EkenAssessment since, Lang lang) throws EkenFailure {
        return Calls.call(() -> assessment.changes(since.assessment, lang));
    }

    /** It as JSON, by the published schema {@code assessment}. */
    public String toJson(Lang lang) throws EkenFailure {
        return Calls.call(() -> assessment.toJson(lang));
    }

    /** The receipt as JSON, with the options and digests that let anyone recompute it. */
    public String receipt() throws EkenFailure {
        return Calls.call(assessment::receipt);
    }

    /** A page to print and to read on a phone, complete in itself, without personal values. */
    public String html(Lang lang) throws EkenFailure {
        return html(lang, false);
    }

    /** The same; with personal values where it is for internal use. */
    public String html(Lang lang, boolean internal) throws EkenFailure {
        return Calls.call(() -> assessment.html(lang, internal));
    }

    @Override
    public void close() {
        assessment.close();
    }
}
