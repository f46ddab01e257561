package eken

import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.condition.EnabledOnOs
import org.junit.jupiter.api.condition.OS
import java.nio.file.Files
import java.nio.file.Path

/** Memory stays as it is over 100,000 calls. */
class LeakTest {
    private val year = Options(2023)
    private val text = Files.readString(example("minimal.json")).toByteArray()
    private val record = """{"id":"S1","topic":"e_commerce","date":"2023-06-31"}"""

    /** Ten calls, one of which fails; each tenth time they assess. */
    private fun ten(plan: Plan, time: Int) {
        Dossier.parse(text, "minimal.json").use { dossier ->
            dossier.digest()
            dossier.toJson()
            if (time % 10 == 0) assess(dossier, plan) else short()
        }
        checkRecord("sessions", record, Lang.ZH, plan)
        formFields("figure", Lang.EN)
        assertThrows(EkenException.Read::class.java) { Dossier.parse(record.dropLast(1).toByteArray(), "cut.json") }
    }

    private fun assess(dossier: Dossier, plan: Plan) {
        dossier.check(Lang.EN, plan)
        dossier.assess(year, plan).use { assessment ->
            assessment.receipt()
            assessment.verdicts(Lang.ZH)
        }
    }

    private fun short() {
        version()
        plans()
        schema("plan")
        assertThrows(EkenException.Call::class.java) { schema("none-such") }
    }

    private fun resident(): Long {
        repeat(3) { System.gc() }
        return Files.readString(Path.of("/proc/self/statm")).split(' ')[1].toLong() * 4_096
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    fun `100,000 calls leave less than 8 MB behind`() {
        Plan.builtin("yuanqu-2023").use { plan ->
            repeat(2_000) { ten(plan, it) }
            val before = resident()
            repeat(10_000) { ten(plan, it) }
            val grown = resident() - before
            println("resident memory grew by ${grown / 1024} KiB over 100,000 calls")
            assertTrue(grown < 8_000_000, "grown by $grown bytes")
        }
    }
}
