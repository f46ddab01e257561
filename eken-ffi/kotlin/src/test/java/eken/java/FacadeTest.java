package eken.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import eken.Finding;
import eken.Lang;
import eken.Options;
import eken.Outcome;
import eken.SupportKt;
import eken.Town;

/** The facade, as Java calls it. */
class FacadeTest {
    private static final Path TOWN = SupportKt.example("yuanqu-2023.json");
    private static final EkenOptions YEAR = EkenOptions.year(2023);
    private static final byte[] BIG = SupportKt.large(30_000_000);

    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void a_dossier_is_read_checked_and_assessed() throws Exception {
        try (EkenDossier town = EkenDossier.open(TOWN);
                EkenDossier same = EkenDossier.parse(Files.readAllBytes(TOWN), "town.json");
                EkenAssessment standing = town.assess(YEAR)) {
            assertEquals(town.digest(), same.digest());
            assertEquals(town.format(), same.format());
            assertEquals(town.toJson(), same.toJson());
            assertTrue(town.check(Lang.ZH).getErrors() > 0);
            assertEquals(2023, standing.year());
            assertEquals("yuanqu-2023", standing.plan());
            assertEquals("2023-12-31", standing.asOf());
            assertEquals(21, standing.counts().get(Outcome.MET));
            assertEquals(16, standing.targetCounts().values().stream().mapToInt(Integer::intValue).sum());
            assertFalse(standing.allBindingMet());
            assertTrue(standing.explain("16", Lang.EN).contains("312"));
            assertTrue(standing.html(Lang.ZH).startsWith("<!"));
            assertTrue(standing.toJson(Lang.EN).contains("\"receipt\""));
            assertTrue(standing.receipt().contains("sha256:"));
            assertEquals(Outcome.NOT_MET, standing.verdicts(Lang.EN).get(15).getVerdict());
        }
    }

    @Test
    void a_record_more_gives_another_dossier() throws Exception {
        String record = "{\"id\":\"S99\",\"date\":\"2023-11-16\",\"head_count\":30,\"topic\":\"e_commerce\"}";
        try (EkenDossier town = EkenDossier.open(TOWN);
                EkenDossier.Changed made = town.withRecord("sessions", record, YEAR, Lang.EN);
                EkenAssessment before = town.assess(YEAR);
                EkenAssessment after = made.dossier().assess(YEAR)) {
            assertTrue(made.changes().get(0).getText().contains("642"));
            assertEquals(made.changes(), after.changes(before, Lang.EN));
        }
    }

    @Test
    void what_needs_no_dossier() throws Exception {
        assertTrue(Eken.formFields("sessions", Lang.EN).stream().anyMatch(each -> each.getName().equals("date")));
        List<Finding> found = Eken.checkRecord("facilities", "{\"id\":\"F1\",\"floor_area\":\"486m2\"}", Lang.ZH);
        assertTrue(found.stream().anyMatch(each -> each.getPointer().equals("/floor_area")));
        assertTrue(Eken.rules(Lang.ZH).size() > 100);
        assertEquals(28, Eken.indicators(Lang.ZH).stream().filter(each -> each.getNo() != null).count());
        assertTrue(Eken.plans().contains("shanxi-2022"));
        assertTrue(Eken.schema("dossier").startsWith("{"));
        assertEquals("0.1.0", Eken.version());
        try (EkenPlan plan = EkenPlan.builtin("shanxi-2022"); EkenPlan loaded = EkenPlan.load(plan.toJson(), "plan.json")) {
            assertEquals("shanxi-2022", loaded.id());
            assertEquals(plan.title(Lang.ZH), loaded.title(Lang.ZH));
            assertEquals(plan.indicators(Lang.ZH), loaded.indicators(Lang.ZH));
        }
    }

    @Test
    void options_are_those_of_the_bindings() {
        assertEquals(SupportKt.plainOptions(2023), YEAR.options);
        EkenOptions all = YEAR.asOf("2023-06-30").tier("key_assistance").reading("R8", "beside").reading("R4", "both");
        assertEquals(new Options(2023, "2023-06-30", Map.of("R8", "beside", "R4", "both"), "key_assistance"), all.options);
    }

    @Test
    void failures_are_caught_by_kind() throws Exception {
        byte[] cut = "{\n \"schema_version\"".getBytes(StandardCharsets.UTF_8);
        EkenFailure read = assertThrows(EkenFailure.class, () -> EkenDossier.parse(cut, "cut.json"));
        assertEquals(EkenFailure.Kind.READ, read.kind());
        assertEquals("json.syntax", read.code());
        assertTrue(read.place().startsWith("2:"));
        assertFalse(read.words(Lang.ZH).isBlank() || read.help(Lang.ZH).isBlank() || read.help(Lang.EN).isBlank());
        assertEquals("json.syntax: " + read.words(Lang.EN), read.getMessage());
        EkenFailure call = assertThrows(EkenFailure.class, () -> Eken.schema("none-such"));
        assertEquals(EkenFailure.Kind.CALL, call.kind());
        assertNull(call.place());
        EkenFailure plan = assertThrows(EkenFailure.class, () -> EkenPlan.load("id = 3", "plan.toml"));
        assertEquals(EkenFailure.Kind.PLAN, plan.kind());
        EkenDossier closed = EkenDossier.open(TOWN);
        closed.close();
        assertThrows(IllegalStateException.class, closed::digest);
    }

    @Test
    void a_long_call_ends_in_its_future_and_tells_that_it_goes_on() throws Exception {
        List<Long> told = new ArrayList<>();
        try (EkenDossier town = EkenDossier.parse(BIG, "big.json", (done, total) -> told.add(done), executor).get()) {
            assertTrue(told.size() > 1 && told.get(0) == 0 && told.get(told.size() - 1) == 1, told::toString);
            try (EkenAssessment standing = town.assess(YEAR, null, null, executor).get()) {
                assertEquals(2023, standing.year());
            }
            assertTrue(town.check(Lang.EN, null, null, null, executor).get().getRecordsRead() > 1_000);
        }
        EkenDossier.open(TOWN, null, executor).get().close();
    }

    @Test
    void a_future_that_is_cancelled_stops_its_call() throws Exception {
        CountDownLatch runs = new CountDownLatch(1);
        CompletableFuture<EkenDossier> future = EkenDossier.parse(BIG, "big.json", (done, total) -> runs.countDown(), executor);
        assertTrue(runs.await(1, TimeUnit.MINUTES));
        assertTrue(future.cancel(true));
        assertThrows(CancellationException.class, future::get);
        // the one thread of the executor is free again
        assertEquals("0.1.0", executor.submit(Eken::version).get(1, TimeUnit.MINUTES));
    }

    @Test
    void a_call_that_fails_fails_its_future() {
        ExecutionException thrown =
            assertThrows(ExecutionException.class, () -> EkenDossier.parse(new byte[0], "none.json", null, executor).get());
        assertEquals(EkenFailure.Kind.READ, assertInstanceOf(EkenFailure.class, thrown.getCause()).kind());
        ExecutionException threw = assertThrows(ExecutionException.class, () -> EkenDossier.parse(BIG, "big.json", (done, total) -> {
            throw new IllegalArgumentException("a text of the listener");
        }, executor).get());
        EkenFailure failure = assertInstanceOf(EkenFailure.class, threw.getCause());
        assertEquals(EkenFailure.Kind.INTERNAL, failure.kind());
        assertFalse(failure.toString().contains("listener"));
    }

    @Test
    void many_dossiers() throws Exception {
        List<Town> told = new ArrayList<>();
        Eken.assessMany(List.of(TOWN, Path.of("none.json")), YEAR, Lang.EN, told::add);
        assertEquals(2, told.size());
        assertTrue(told.get(0).getJson().contains("\"receipt\""));
        assertNull(told.get(1).getJson());
        assertEquals(EkenFailure.Kind.READ, EkenFailure.of(told.get(1).getError()).kind());
        List<Long> totals = new ArrayList<>();
        Eken.assessMany(List.of(TOWN), YEAR, Lang.EN, town -> true, null, 1, (done, total) -> totals.add(total), executor).get();
        assertEquals(1L, totals.get(0));
    }

    /** No name is mangled, and no signature holds a type of Kotlin. */
    @Test
    void java_sees_no_kotlin() throws IOException, ClassNotFoundException {
        List<String> names;
        try (Stream<Path> all = Files.list(Path.of("target/classes/eken/java"))) {
            names = all.map(each -> each.getFileName().toString()).map(each -> each.replace(".class", "")).toList();
        }
        assertTrue(names.contains("EkenDossier"));
        for (String name : names) {
            for (Method method : Class.forName("eken.java." + name).getDeclaredMethods()) {
                if (!Modifier.isPublic(method.getModifiers()) || method.isSynthetic()) continue;
                String said = method.toGenericString();
                assertFalse(said.contains("kotlin") || method.getName().contains("-") || method.getName().contains("$"), said);
            }
        }
    }
}
