package eken.java;

import java.util.HashMap;
import java.util.Map;

import eken.Options;

/** What an assessment is asked for. It never changes: what sets an option gives another. */
public final class EkenOptions {
    final Options options;

    private EkenOptions(int year, String asOf, Map<String, String> readings, String tier) {
        options = new Options(year, asOf, readings, tier);
    }

    /** An acceptance year, 1900 to 2099; all else as the dossier and the plan have it. */
    public static EkenOptions year(int year) {
        return new EkenOptions(year, null, Map.of(), null);
    }

    /** The day up to which facts count, {@code YYYY-MM-DD}. */
    public EkenOptions asOf(String day) {
        return new EkenOptions(options.getYear(), day, options.getReadings(), options.getTier());
    }

    /** The option of one reading, such as {@code R4} to {@code both}. */
    public EkenOptions reading(String id, String option) {
        Map<String, String> readings = new HashMap<>(options.getReadings());
        readings.put(id, option);
        return new EkenOptions(options.getYear(), options.getAsOf(), Map.copyOf(readings), options.getTier());
    }

    /** The code of a county tier to suppose. */
    public EkenOptions tier(String code) {
        return new EkenOptions(options.getYear(), options.getAsOf(), options.getReadings(), code);
    }
}
