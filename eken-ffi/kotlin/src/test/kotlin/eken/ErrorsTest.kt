package eken

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.TestInstance
import java.io.ByteArrayOutputStream
import java.nio.charset.Charset
import java.nio.file.Files
import java.util.concurrent.atomic.AtomicInteger
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

/** Every kind of error is reached, and none holds a value of the data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorsTest {
    private val big = large(30_000_000)

    private fun damaged(): Map<String, ByteArray> {
        val person = """{"id":"T1","name":"${CANARIES[0]}","resident_id":"${CANARIES[1]}","phone":"${CANARIES[2]}"}"""
        val text = """{"schema_version":1,"trainees":{"items":[$person]}}"""
        val table = "编号,姓名,身份证号,电话\n1,${CANARIES.joinToString(",")}\n"
        val zip = ByteArrayOutputStream().also { out ->
            ZipOutputStream(out).use {
                it.putNextEntry(ZipEntry("trainees.csv"))
                it.write(table.toByteArray())
            }
        }.toByteArray()
        val workbook = Files.readAllBytes(ROOT.resolve("tests/vectors/files/annotate/plain.xlsx"))
        return mapOf(
            "cut.json" to text.dropLast(4).toByteArray(),
            "cut-in-a-name.json" to text.substringBefore("密").toByteArray(),
            "gb18030.json" to text.toByteArray(Charset.forName("GB18030")),
            "array.json" to "[$person]".toByteArray(),
            "syntax.json" to text.replace("\"name\":", "\"name\" ").toByteArray(),
            "deep.json" to ("{\"a\":".repeat(100) + person + "}".repeat(100)).toByteArray(),
            "newer.json" to text.replace(":1,", ":99,").toByteArray(),
            "cut.zip" to zip.copyOf(zip.size - 30),
            "cut.xlsx" to workbook.copyOf(workbook.size / 2),
            "no-table.csv" to "\u0000\u0001${CANARIES.joinToString()}".toByteArray(),
            "empty.json" to ByteArray(0),
        )
    }

    @TestFactory
    fun `damaged bytes are no dossier`(): List<DynamicTest> = damaged().map { (name, bytes) ->
        dynamicTest(name) {
            val thrown = assertThrows(EkenException.Read::class.java) { Dossier.parse(bytes, name).close() }
            told(thrown.fault)
            discreet(thrown)
        }
    }

    private fun told(fault: Fault) {
        val texts = listOf(fault.code, fault.words.zh, fault.words.en, fault.help.zh, fault.help.en)
        assertTrue(texts.none { it.isBlank() }, "a text is missing in ${fault.code}")
    }

    private fun discreet(thrown: EkenException) {
        val said = thrown.toString() + thrown.message + thrown.stackTraceToString()
        assertTrue(CANARIES.none { it in said }, "a value of the data stands in an error")
    }

    @Test
    fun `the place of a fault is told`() {
        val thrown = assertThrows(EkenException.Read::class.java) { parse("{\n  \"schema_version\": 1,\n  \"as_of\" 3\n}") }
        assertEquals("json.syntax", thrown.fault.code)
        assertTrue(thrown.fault.place!!.startsWith("3:"), thrown.fault.place)
    }

    @Test
    fun `a plan is told its faults`() {
        val faulty = Plan.builtin("yuanqu-2023").use { it.toJson() }.replaceFirst("\"measure\":\"", "\"measure\":\"no_")
        val thrown = assertThrows(EkenException.Plan::class.java) { Plan.load(faulty, "plan.json") }
        told(thrown.fault)
        parse("{\"schema_version\":1}").use {
            told(assertThrows(EkenException.Plan::class.java) { it.check(Lang.EN, profile = "[severity]\n\"no.such\" = \"off\"") }.fault)
        }
    }

    @Test
    fun `a name or an option that does not exist is a fault of the call`() {
        parse("{\"schema_version\":1}").use { dossier ->
            val calls = mapOf<String, () -> Unit>(
                "section" to { checkRecord("none-such", "{}", Lang.EN) },
                "form" to { formFields("none-such", Lang.EN) },
                "schema" to { schema("none-such") },
                "plan" to { Plan.builtin("none-such").close() },
                "section of an edit" to { dossier.withRecord("none-such", "{}", Options(2023), Lang.EN).destroy() },
                "tier" to { dossier.assess(Options(2023, tier = "none-such")).close() },
                "day" to { dossier.assess(Options(2023, asOf = "2023-02-30")).close() },
                "year" to { dossier.assess(Options(1899)).close() },
                "reading" to { dossier.assess(Options(2023, readings = mapOf("R99" to "none"))).close() },
                "number" to { dossier.assess(Options(2023)).use { it.explain("99", Lang.EN) } },
            )
            for ((name, call) in calls) told(assertThrows(EkenException.Call::class.java, { call() }, name).fault)
        }
    }

    @Test
    fun `a record that is no JSON is told without its text`() {
        val text = "{\"name\":\"${CANARIES[0]}\",\"phone\":${CANARIES[2]}x}"
        discreet(assertThrows(EkenException.Read::class.java) { checkRecord("trainees", text, Lang.ZH) })
        parse("{\"schema_version\":1}").use { dossier ->
            discreet(assertThrows(EkenException.Read::class.java) { dossier.withRecord("trainees", text, Options(2023), Lang.ZH) })
        }
    }

    @Test
    fun `a watch that says no stops every long call`() {
        val asked = AtomicInteger()
        val no = object : Watch {
            override fun progress(done: Long, total: Long): Boolean = false.also { asked.incrementAndGet() }
        }
        told(assertThrows(EkenException.Cancelled::class.java) { Dossier.parse(big, "big.json", no).close() }.fault)
        assertTrue(asked.get() > 0)
        Dossier.parse(big, "big.json").use { dossier ->
            assertThrows(EkenException.Cancelled::class.java) { dossier.check(Lang.EN, watch = no) }
            assertThrows(EkenException.Cancelled::class.java) { dossier.assess(Options(2023), watch = no).close() }
        }
        val file = Files.createTempFile("eken", ".json")
        try {
            Files.write(file, big)
            assertThrows(EkenException.Cancelled::class.java) { Dossier.open(file.toString(), no).close() }
        } finally {
            Files.delete(file)
        }
    }

    @Test
    fun `a watch that says yes sees the end`() {
        val told = mutableListOf<Pair<Long, Long>>()
        val yes = object : Watch {
            override fun progress(done: Long, total: Long): Boolean = told.add(done to total)
        }
        Dossier.parse(big, "big.json", yes).close()
        assertEquals(1L to 1L, told.last())
        assertTrue(told.size > 1 && told.dropLast(1).all { it == 0L to 1L }, "$told")
    }

    @Test
    fun `a watch that throws arrives as an error without its text, and the next call works`() {
        val thrower = object : Watch {
            override fun progress(done: Long, total: Long): Boolean = error("a text of the watch")
        }
        repeat(3) {
            val thrown = assertThrows(EkenException.Internal::class.java) { Dossier.parse(big, "big.json", thrower).close() }
            assertEquals("internal", thrown.fault.code)
            told(thrown.fault)
            assertTrue("a text of" !in thrown.stackTraceToString())
        }
        parse(Files.readString(example("minimal.json"))).use { assertNotNull(it.digest()) }
    }
}
