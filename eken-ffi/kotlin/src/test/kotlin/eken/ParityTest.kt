package eken

import com.google.gson.JsonObject
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.lang.reflect.Modifier

/** tests/vectors/operations.json names every operation: none lacks here, and each operation here is named there. */
class ParityTest {
    private val operations: List<JsonObject> =
        read(ROOT.resolve("tests/vectors/operations.json")).getAsJsonArray("operations").map { it.asJsonObject }

    private fun functions(type: Class<*>): Set<String> = type.declaredMethods
        .filter { Modifier.isPublic(it.modifiers) && !it.isSynthetic && '$' !in it.name }
        .map { it.name.substringBefore('-') }.toSet()

    private fun members(type: String): Set<String> {
        val made = runCatching { Class.forName("eken.$type") }.getOrElse { return emptySet() }
        val beside = runCatching { Class.forName("eken.$type\$Companion") }.getOrNull()
        return functions(made) + (beside?.let(::functions) ?: emptySet())
    }

    private fun exists(operation: String): Boolean = when (val type = operation.substringBefore('.', "")) {
        "" -> operation in functions(Class.forName("eken.EkenKt"))
        else -> operation.substringAfter('.') in members(type)
    }

    @Test
    fun `every operation is here`() {
        assertTrue(operations.size > 20, "tests/vectors/operations.json names ${operations.size} operations")
        val lacking = operations.filter { it["kotlin"] == null || !exists(it["kotlin"].asString) }.map { it["name"].asString }
        assertEquals(emptyList<String>(), lacking, "operations that Kotlin lacks")
    }

    /** The interfaces that uniffi makes beside the classes hold their operations and nothing else. */
    @Test
    fun `every operation here is named there`() {
        val named = operations.mapNotNull { it["kotlin"]?.asString }.toSet()
        val here = listOf("Dossier", "Assessment", "Plan").flatMap { type ->
            functions(Class.forName("eken.${type}Interface")).map { "$type.$it" }
        }
        assertEquals(emptyList<String>(), here.filter { it !in named }, "to be named in tests/vectors/operations.json")
    }
}
