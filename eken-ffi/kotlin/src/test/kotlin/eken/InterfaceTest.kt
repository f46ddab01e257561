package eken

import com.google.gson.JsonParser
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import java.math.BigDecimal
import java.nio.file.Files
import java.nio.file.Path

/** Every operation, on the whole example town. Its figures stand in examples/data/README.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterfaceTest {
    private val town = Dossier.open(example("yuanqu-2023.json").toString())
    private val year = Options(2023)

    private fun <T> assessed(options: Options = year, then: (Assessment) -> T): T = town.assess(options).use(then)

    private fun Assessment.verdict(id: String, lang: Lang = Lang.EN): Verdict = verdicts(lang).single { it.id == id }

    @Test
    fun `a file and its bytes are the same dossier`() {
        Dossier.parse(Files.readAllBytes(example("yuanqu-2023.json")), "town.json").use { parsed ->
            assertEquals(town.digest(), parsed.digest())
            assertEquals("json", parsed.format().removePrefix("."))
        }
        assertTrue(Regex("[0-9a-f]{64}").matches(town.digest().removePrefix("sha256:")), town.digest())
    }

    @Test
    fun `a workbook is read and its findings have cells`() {
        Dossier.open(ROOT.resolve("tests/vectors/files/annotate/plain.xlsx").toString()).use { sheet ->
            assertEquals("xlsx", sheet.format().removePrefix("."))
            val found = sheet.check(Lang.ZH)
            assertTrue(found.findings.any { it.cell != null }, "no finding has a cell")
            assertTrue(found.recordsRead > 0)
        }
    }

    @Test
    fun `findings have code, place, message and help in both languages`() {
        val (zh, en) = listOf(Lang.ZH, Lang.EN).map { town.check(it) }
        val wanted = en.findings.single { it.code == "facility.zone-areas-exceed-floor" }
        assertEquals("/facilities/items/3/zones", wanted.pointer)
        assertEquals(Severity.ERROR, wanted.severity)
        assertTrue(wanted.params.values.any { "508" in it } && "508" in wanted.message, "${wanted.params}")
        assertTrue(wanted.line > 1 && wanted.column > 1)
        assertTrue(wanted.help.isNotBlank() && wanted.clauses.isNotEmpty())
        assertEquals(en.findings.map { it.code to it.pointer }, zh.findings.map { it.code to it.pointer })
        assertTrue(zh.findings.none { it.message.isBlank() || it.message in en.findings.map(Finding::message) })
        assertEquals(en.findings.size, en.errors + en.warnings + en.notes)
        assertEquals(0, en.recordsRefused)
    }

    @Test
    fun `a profile changes how grave a finding is`() {
        val profile = "[severity]\n\"session.no-list\" = \"error\"\n"
        val before = town.check(Lang.EN).findings.filter { it.code == "session.no-list" }
        val after = town.check(Lang.EN, profile = profile).findings.filter { it.code == "session.no-list" }
        assertEquals(List(3) { Severity.WARNING }, before.map { it.severity })
        assertEquals(List(3) { Severity.ERROR }, after.map { it.severity })
    }

    @Test
    fun `the town stands as its description says`() = assessed {
        assertEquals("yuanqu-2023", it.plan())
        assertEquals(2023, it.year())
        assertEquals("2023-12-31", it.asOf())
        val wanted = mapOf("MET" to 21, "MET_BY_EXEMPTION" to 1, "NOT_MET" to 2, "OPEN" to 3, "CONFLICT" to 1, "NOT_APPLICABLE" to 0)
        assertEquals(wanted, it.counts().mapKeys { (outcome, _) -> outcome.name })
        assertEquals(16, it.targetCounts().values.sum())
        assertFalse(it.allBindingMet())
        assertEquals(28 + 16, it.verdicts(Lang.ZH).size)
    }

    @Test
    fun `decimals are exact`() = assessed {
        val area = it.verdict("16").criteria.first()
        assertEquals(BigDecimal("312"), area.least)
        assertEquals(BigDecimal("312"), area.most)
        assertEquals(BigDecimal("12"), area.gap)
        assertTrue(area.gap is BigDecimal && area.measuredText.contains("312") && area.evidence.isNotEmpty())
        assertEquals(Outcome.NOT_MET, area.verdict)
        val growth = it.verdict("26").criteria.single { each -> each.measure == "statistic-growth" }
        assertEquals(BigDecimal("12.517666") to BigDecimal("2.517666"), growth.least to growth.gap)
    }

    @Test
    fun `options change what is asked`() {
        assertEquals(Outcome.MET, assessed { it.verdict("11").verdict })
        val readings = Options(2023, readings = mapOf("R8" to "beside"))
        val refused = assertThrows(EkenException.Call::class.java) { assessed(Options(2023, readings = mapOf("R8" to "none-such"))) {} }
        assertTrue(refused.fault.words.en.contains("R8"), refused.fault.words.en)
        assertEquals(Outcome.NOT_MET, assessed(readings) { it.verdict("11").verdict })
        assertEquals("2023-06-30", assessed(Options(2023, asOf = "2023-06-30")) { it.asOf() })
        assertEquals(Outcome.NOT_MET, assessed(Options(2023, tier = "general_promotion")) { it.verdict("25").verdict })
    }

    @Test
    fun `explanation, page, JSON and receipt`() = assessed {
        for (lang in Lang.entries) {
            assertTrue(it.explain("16", lang).contains("312"))
            assertTrue(it.html(lang).startsWith("<!"))
        }
        assertTrue(it.explain("T1", Lang.EN).isNotBlank())
        val document = JsonParser.parseString(it.toJson(Lang.EN)).asJsonObject
        val receipt = JsonParser.parseString(it.receipt()).asJsonObject["receipt"].asJsonObject
        assertEquals("sha256:" + town.digest().removePrefix("sha256:"), receipt["dossier"].asString)
        assertEquals(document["receipt"], receipt)
    }

    @Test
    fun `a page for the public holds no personal value and one for internal use may`() {
        val text = """{"schema_version":1,"as_of":"2023-12-31","trainees":{"complete":true,"items":[
            {"id":"T1","name":"${CANARIES[0]}","resident_id":"${CANARIES[1]}","phone":"${CANARIES[2]}"}]}}"""
        parse(text).use { dossier ->
            dossier.assess(year).use { assessment ->
                for (lang in Lang.entries) {
                    val said = assessment.html(lang) + assessment.toJson(lang) + dossier.check(lang)
                    assertTrue(CANARIES.none { it in said }, "a personal value is shown")
                }
            }
            assertTrue(CANARIES.all { it in dossier.toJson() })
        }
    }

    @Test
    fun `a dossier as JSON is the same dossier`() {
        parse(town.toJson()).use { assertEquals(town.digest(), it.digest()) }
    }

    @Test
    fun `a record more changes the new dossier and the words say how`() {
        val before = town.digest()
        val record = """{"id":"S99","topic":"e_commerce","title":"New","cross_border":false,"date":"2023-11-16","starts":"09:00",
            "ends":"17:00","hours":6,"head_count":30}"""
        val (dossier, changes) = town.withRecord("sessions", record, year, Lang.EN)
        dossier.use {
            assertEquals(before, town.digest())
            assertTrue(it.digest() != before && "S99" in it.toJson() && "S99" !in town.toJson())
            val change = changes.single { each -> each.id == "11" }
            assertEquals(Outcome.MET to Outcome.MET, change.before to change.after)
            assertTrue("612" in change.text && "642" in change.text, change.text)
            assertTrue(change.criteria.any { each -> "612" in each.before && "642" in each.after })
            differences(it, change.id)
        }
    }

    private fun differences(changed: Dossier, id: String) = changed.assess(year).use { after ->
        assessed { before ->
            val changes = after.changes(before, Lang.ZH)
            assertTrue(changes.any { it.id == id })
            assertEquals(emptyList<Change>(), before.changes(before, Lang.ZH))
        }
    }

    @Test
    fun `a record with the id of another takes its place`() {
        val record = """{"id":"S01","topic":"e_commerce","title":"Changed"}"""
        town.withRecord("sessions", record, year, Lang.ZH).use {
            val (before, after) = listOf(town, it.dossier).map { each ->
                JsonParser.parseString(each.toJson()).asJsonObject["sessions"].asJsonObject["items"].asJsonArray
            }
            assertEquals(before.size(), after.size())
            assertTrue("Changed" in it.dossier.toJson())
        }
    }

    @Test
    fun `what stands once is replaced`() {
        town.withRecord("town", """{"name":"例溪"}""", year, Lang.EN).use { assertTrue("例溪" in it.dossier.toJson()) }
    }

    @Test
    fun `forms name every field, and the forms within`() {
        val forms = ArrayDeque(listOf("dossier"))
        val seen = mutableSetOf<String>()
        while (forms.isNotEmpty()) {
            val form = forms.removeFirst()
            if (!seen.add(form)) continue
            val (zh, en) = listOf(Lang.ZH, Lang.EN).map { formFields(form, it) }
            assertTrue(en.isNotEmpty() && en.map { it.name } == zh.map { it.name }, form)
            for (field in zh + en) {
                assertTrue(field.label.isNotBlank(), "$form.${field.name}")
                val input = field.input
                if (input is FormInput.Record) forms += input.form
                if (input is FormInput.Number && input.figure) forms += "figure"
                if (input is FormInput.Number) assertTrue(BigDecimal(input.least) <= BigDecimal(input.most), "$form.${field.name}")
                if (input is FormInput.Choice) assertTrue(input.choices.all { it.code.isNotBlank() && it.label.isNotBlank() })
            }
        }
        assertTrue(seen.containsAll(listOf("sessions", "town", "trainees", "trainees.follow_up", "figure")), "$seen")
        val sessions = formFields("sessions", Lang.EN).associateBy { it.name }
        assertEquals(FormInput.PartialDate, sessions.getValue("date").input)
        assertTrue((sessions.getValue("topic").input as FormInput.Choice).choices.any { it.code == "e_commerce" })
        assertTrue(sessions.getValue("id").required)
        assertTrue(sessions.getValue("attendance").run { many && (input as FormInput.Reference).section == "trainees" })
    }

    @Test
    fun `a record is checked by itself, with pointers and lines of its text`() {
        val found = checkRecord("facilities", "{\n  \"id\": \"F1\",\n  \"floor_area\": \"486m2\"\n}", Lang.EN)
        val fault = found.single { it.pointer == "/floor_area" }
        assertEquals(3, fault.line)
        assertTrue(fault.message.isNotBlank() && fault.help.isNotBlank())
        assertEquals(emptyList<Finding>(), checkRecord("sessions", """{"id":"S1","date":"2023-06-01","attendance":["T1"]}""", Lang.ZH))
    }

    @Test
    fun `rules, indicators, plans, schemas and the version`() {
        assertEquals("0.1.0", version())
        assertTrue(plans().containsAll(listOf("yuanqu-2023", "shanxi-2022")), "${plans()}")
        val rules = rules(Lang.EN)
        assertTrue(rules.any { it.code == "session.no-list" })
        assertTrue(rules.all { it.summary.isNotBlank() && it.help.isNotBlank() && it.message.isNotBlank() })
        rules.forEach { if (it.example.isNotEmpty()) JsonParser.parseString(it.example) }
        assertEquals(28, indicators(Lang.ZH).count { it.no != null })
        for (name in listOf("dossier", "findings", "assessment", "plan")) {
            assertTrue(JsonParser.parseString(schema(name)).asJsonObject.has("\$schema"), name)
        }
    }

    @Test
    fun `a plan that was written out is the same plan`() {
        Plan.builtin("shanxi-2022").use { built ->
            Plan.load(built.toJson(), "shanxi.json").use { loaded ->
                assertEquals(built.id(), loaded.id())
                assertEquals(built.title(Lang.ZH), loaded.title(Lang.ZH))
                assertEquals(built.indicators(Lang.EN), loaded.indicators(Lang.EN))
                assertEquals(town.assess(year, built).use { it.receipt() }, town.assess(year, loaded).use { it.receipt() })
                assertNull(built.indicators(Lang.EN).find { it.id.startsWith("T") }?.no)
            }
        }
    }

    @Test
    fun `what is closed says so`() {
        val dossier = parse("{\"schema_version\":1}")
        dossier.close()
        assertThrows(IllegalStateException::class.java) { dossier.digest() }
    }

    @Test
    fun `the documentation is in the generated Kotlin`() {
        val source = Files.readString(Path.of("target/generated-sources/eken/eken/eken.kt"))
        assertTrue(source.contains("* A dossier, as it was read. It never changes: what edits it gives another."))
    }
}
