package eken

import com.google.gson.JsonParser
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList

/** Many dossiers in one call. */
class ManyTest {
    @TempDir
    lateinit var folder: Path

    private class All(private val most: Int = Int.MAX_VALUE) : Taker {
        val towns = CopyOnWriteArrayList<Town>()

        override fun take(town: Town): Boolean {
            towns += town
            return towns.size < most
        }
    }

    private val minimal = example("minimal.json").toString()

    private fun told(paths: List<String>, taker: All = All(), watch: Watch? = null, threads: Int? = 2): List<Town> {
        assessMany(paths, Options(2023), Lang.EN, taker, threads = threads, watch = watch)
        return taker.towns
    }

    private fun lines(count: Int): String {
        val line = JsonParser.parseString(Files.readString(example("minimal.json"))).toString()
        return Files.writeString(folder.resolve("many.ndjson"), "$line\n".repeat(count)).toString()
    }

    @Test
    fun `files, lines and a file that is not there come in order`() {
        val paths = listOf(minimal, lines(3), folder.resolve("none.json").toString(), example("yuanqu-2023.json").toString())
        val towns = told(paths)
        assertEquals(listOf(0, 1, 1, 1, 2, 3), towns.map { it.file })
        assertEquals(listOf(1, 2, 3), towns.filter { it.file == 1 }.map { it.line })
        val missing = towns.single { it.file == 2 }
        val fault = (missing.error as EkenException.Read).fault
        assertTrue(missing.json == null && fault.code.isNotBlank() && fault.help.zh.isNotBlank())
        assertTrue(towns.filter { it.file != 2 }.all { it.error == null })
        val single = Dossier.open(paths[3]).use { dossier -> dossier.assess(Options(2023)).use { it.receipt() } }
        assertEquals(JsonParser.parseString(single).asJsonObject["receipt"], JsonParser.parseString(towns.last().json).asJsonObject["receipt"])
        assertTrue(towns.last().errors > 0 && towns.last().warnings > 0)
    }

    @Test
    fun `a taker that says no ends the call without an error`() {
        assertEquals(2, told(listOf(lines(50)), All(2)).size)
    }

    @Test
    fun `a watch is told of every file and can stop the call`() {
        val told = CopyOnWriteArrayList<Pair<Long, Long>>()
        val watch = object : Watch {
            override fun progress(done: Long, total: Long): Boolean = told.add(done to total)
        }
        told(listOf(minimal, minimal, minimal), watch = watch, threads = null)
        assertEquals(3L to 3L, told.last())
        val no = object : Watch {
            override fun progress(done: Long, total: Long) = false
        }
        assertThrows(EkenException.Cancelled::class.java) { told(listOf(lines(50)), watch = no) }
    }

    @Test
    fun `an option that does not fit is told at once`() {
        assertThrows(EkenException.Call::class.java) { assessMany(listOf(minimal), Options(1899), Lang.EN, All()) }
        assertThrows(EkenException.Call::class.java) {
            assessMany(listOf(minimal), Options(2023, tier = "none-such"), Lang.EN, All())
        }
    }

    @Test
    fun `a taker that throws arrives as an error, and the next call works`() {
        val thrower = object : Taker {
            override fun take(town: Town): Boolean = error("a text of the taker")
        }
        val thrown = assertThrows(EkenException.Internal::class.java) { assessMany(listOf(minimal), Options(2023), Lang.EN, thrower) }
        assertTrue("taker" !in thrown.toString() && thrown.fault.code == "internal")
        assertEquals(1, told(listOf(minimal)).size)
    }
}
