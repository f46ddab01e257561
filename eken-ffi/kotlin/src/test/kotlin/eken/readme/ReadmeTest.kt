package eken.readme

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Files
import java.nio.file.Path

/** The blocks of README.md are the marked regions of QuickStart.kt and JavaQuickStart.java, which run and print what it says. */
class ReadmeTest {
    private val readme = Files.readString(Path.of("README.md"))

    private fun blocks(language: String): List<String> =
        Regex("(?s)```$language\n(.*?)```").findAll(readme).map { it.groupValues[1].trimEnd() }.toList()

    private fun regions(file: String): List<String> =
        Regex("(?s) *// README\n(.*?)\n *// end").findAll(Files.readString(Path.of(file))).map { it.groupValues[1].trimIndent() }.toList()

    private fun said(work: () -> Unit): String {
        val (before, bytes) = System.out to ByteArrayOutputStream()
        System.setOut(PrintStream(bytes, true, Charsets.UTF_8))
        try {
            work()
        } finally {
            System.setOut(before)
        }
        return bytes.toString(Charsets.UTF_8).trimEnd()
    }

    @Test
    fun `the blocks are those that run`() {
        assertEquals(regions("src/test/kotlin/eken/readme/QuickStart.kt"), blocks("kotlin"))
        assertEquals(regions("src/test/java/eken/readme/JavaQuickStart.java"), blocks("java"))
    }

    @Test
    fun `they print what is said`() {
        val printed = listOf(
            said { QuickStart.town() },
            said { QuickStart.form() },
            said { QuickStart.edit() },
            said { QuickStart.failure() },
            said { JavaQuickStart.town() },
            said { JavaQuickStart.form() },
        )
        assertEquals(printed, blocks("text"), "what they print: $printed")
        assertTrue(said { JavaQuickStart.future() }.startsWith("1 of 1\n"))
    }

    @Test
    fun `the dependency is this module`() {
        val pom = Files.readString(Path.of("pom.xml"))
        val dependency = blocks("xml").single()
        for (name in listOf("groupId", "artifactId", "version")) {
            val value = Regex("<$name>(.*?)</$name>").find(dependency)!!
            assertTrue(pom.substringBefore("<dependencies>").contains(value.value), value.value)
        }
    }
}
