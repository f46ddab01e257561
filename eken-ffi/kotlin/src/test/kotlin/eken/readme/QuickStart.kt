package eken.readme

// README
import eken.Dossier
import eken.EkenException
import eken.FormInput
import eken.Lang
import eken.Options
import eken.Outcome
import eken.Severity
import eken.Watch
import eken.checkRecord
import eken.formFields
// end

/** The blocks of the README, which src/test/kotlin/eken/readme/ReadmeTest.kt runs and compares. */
object QuickStart {
    fun town() {
        // README
        Dossier.open("../../examples/data/yuanqu-2023.json").use { town ->
            val found = town.check(Lang.EN)
            println("${found.errors} errors, ${found.warnings} warnings")
            val first = found.findings.first { it.severity == Severity.ERROR }
            println("${first.pointer}: ${first.message}; ${first.help}")

            town.assess(Options(2023)).use { standing ->
                for (verdict in standing.verdicts(Lang.EN).filter { it.verdict == Outcome.NOT_MET && it.no != null }) {
                    println("${verdict.id} ${verdict.title}: ${verdict.label}, ${verdict.criteria.first().gapText}")
                }
            }
        }
        // end
    }

    fun form() {
        // README
        for (field in formFields("sessions", Lang.EN).take(3)) {
            val input = field.input
            val kind = if (input is FormInput.Choice) input.choices.joinToString { it.label } else input::class.simpleName
            println("${field.name}: ${field.label} ($kind)${if (field.required) ", required" else ""}")
        }
        for (finding in checkRecord("sessions", """{"id": "S1", "date": "2023-06-31"}""", Lang.EN)) {
            println("${finding.pointer} ${finding.code}")
        }
        // end
    }

    fun edit() {
        // README
        val record = """{"id": "S99", "topic": "e_commerce", "date": "2023-11-16", "head_count": 30}"""
        Dossier.open("../../examples/data/yuanqu-2023.json").use { town ->
            val made = town.withRecord("sessions", record, Options(2023), Lang.EN)
            made.dossier.use { made.changes.forEach { println(it.text) } }
        }
        // end
    }

    fun failure() {
        // README
        val watch = object : Watch {
            override fun progress(done: Long, total: Long) = !Thread.currentThread().isInterrupted
        }
        try {
            Dossier.parse("{".toByteArray(), "town.json", watch).close()
        } catch (refused: EkenException.Read) {
            println("${refused.fault.code} at ${refused.fault.place}: ${refused.fault.help.en}")
        } catch (stopped: EkenException.Cancelled) {
            println(stopped.fault.words.en)
        }
        // end
    }
}
