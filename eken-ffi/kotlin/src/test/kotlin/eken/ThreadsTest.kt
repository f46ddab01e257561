package eken

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.util.concurrent.Callable
import java.util.concurrent.Executors

/** Many threads at once, each on dossiers of its own and all on shared ones. */
class ThreadsTest {
    private val year = Options(2023)

    private fun text(number: Int) = """{"schema_version":1,"as_of":"2023-12-31","town":{"name":"例溪"},"facilities":{"complete":true,"items":
        [{"id":"F1","name":"例","roles":[{"role":"exhibition","area":${250 + number % 100}.5}],"floor_area":${200 + number}}]}}"""

    private fun result(plan: Plan, dossier: Dossier): String {
        val found = dossier.check(Lang.EN, plan).findings.joinToString { it.code + it.pointer }
        return dossier.assess(year, plan).use { it.receipt() } + found
    }

    @Test
    fun `16 threads each read and assess 1,000 dossiers as one thread does`() {
        Plan.builtin("yuanqu-2023").use { plan ->
            val one = { List(1_000) { number -> parse(text(number)).use { it.assess(year, plan).use(Assessment::receipt) } } }
            val wanted = one()
            assertEquals(1_000, wanted.toSet().size)
            val pool = Executors.newFixedThreadPool(16)
            try {
                val made = pool.invokeAll(List(16) { Callable { one() } }).map { it.get() }
                assertEquals(16, made.size)
                made.forEachIndexed { thread, each -> assertEquals(wanted, each, "thread $thread") }
            } finally {
                pool.shutdownNow()
            }
        }
    }

    @Test
    fun `a dossier, a plan and an assessment are shared by threads`() {
        Plan.builtin("yuanqu-2023").use { plan ->
            parse(text(7)).use { dossier ->
                dossier.assess(year, plan).use { assessment ->
                    val work = { result(plan, dossier) + assessment.receipt() + assessment.explain("16", Lang.ZH) }
                    val wanted = work()
                    val pool = Executors.newFixedThreadPool(16)
                    try {
                        pool.invokeAll(List(320) { Callable { work() } }).forEach { assertEquals(wanted, it.get()) }
                    } finally {
                        pool.shutdownNow()
                    }
                }
            }
        }
    }
}
