package eken

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.TestInstance
import java.nio.file.Path

/** The shared vectors: every language gives these verdicts, gaps, findings, and receipts equal byte for byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VectorsTest {
    private val plans = mutableMapOf<String, Plan>()

    @AfterAll
    fun end() = plans.values.forEach { it.close() }

    private val receipts: Map<String, String>? = System.getenv("EKEN_RECEIPTS")?.takeIf { it.isNotEmpty() }?.let { path ->
        read(Path.of(path)).entrySet().associate { (name, file) ->
            name to canonical(JsonParser.parseString(file.asString))
        }
    }

    @TestFactory
    fun verdicts(): List<DynamicTest> = files("tests/vectors/verdicts").map { file ->
        dynamicTest(file.fileName.toString()) {
            val vector = read(file)
            val cases = vector.getAsJsonArray("cases")
            assertTrue(cases.size() > 0)
            for (case in cases) verdict(file.fileName.toString().removeSuffix(".json"), vector, case.asJsonObject)
        }
    }

    private fun verdict(file: String, vector: JsonObject, case: JsonObject) {
        val name = "$file: ${case["name"].asString}"
        assertTrue(MEMBERS.containsAll(case.keySet()), "$name: members ${case.keySet() - MEMBERS}")
        val expected = case.getAsJsonObject("expect")
        assertTrue(expected.size() > 0, name)
        val plan = plans.computeIfAbsent(vector["plan"]?.asString ?: "yuanqu-2023") { Plan.builtin(it) }
        parse(dossier(vector, case).toString()).use { dossier ->
            dossier.assess(options(vector, case), plan).use { assessment ->
                val verdicts = assessment.verdicts(Lang.EN).associateBy { it.id }
                for ((path, wanted) in expected.entrySet()) compare("$name: $path", verdicts, path, wanted)
                val receipt = canonical(JsonParser.parseString(assessment.receipt()))
                receipts?.let { assertEquals(it[name], receipt, name) }
            }
        }
    }

    private fun compare(name: String, verdicts: Map<String, Verdict>, path: String, wanted: JsonElement) {
        val verdict = present(verdicts[path.substringBefore('/')], name)
        val criterion = path.substringAfter('/', "").takeIf { it.isNotEmpty() }?.let { below ->
            present(verdict.criteria.find { it.path == below }, name)
        }
        val outcome = (criterion?.verdict ?: verdict.verdict).name.lowercase()
        if (wanted is JsonObject) {
            assertEquals(wanted["verdict"].asString, outcome, name)
            wanted["gap"]?.let { assertEquals(it.asString, criterion?.gap?.toPlainString(), name) }
        } else {
            assertEquals(wanted.asString, outcome, name)
        }
    }

    @TestFactory
    fun findings(): List<DynamicTest> = files("tests/vectors/findings").map { file -> read(file).let { file to it } }
        .filter { (_, vector) -> !vector.has("limits") }
        .map { (file, vector) ->
            dynamicTest(file.fileName.toString()) {
                val text = vector["text"]?.asString ?: vector["dossier"].toString()
                val wanted = vector.getAsJsonArray("expect").map { it.asJsonObject["code"].asString to it.asJsonObject["pointer"].asString }
                assertEquals(wanted, found(text))
                vector["clean"]?.let { assertEquals(emptyList<Any>(), found(it.toString())) }
            }
        }

    private fun found(text: String): List<Pair<String, String>> =
        parse(text).use { dossier -> dossier.check(Lang.EN).findings.map { it.code to it.pointer } }

    @Test
    fun `every receipt is of a case`() {
        val names = files("tests/vectors/verdicts").flatMap { file ->
            val name = file.fileName.toString().removeSuffix(".json")
            read(file).getAsJsonArray("cases").map { "$name: ${it.asJsonObject["name"].asString}" }
        }
        receipts?.let { assertEquals(names.toSet(), it.keys) }
        assertEquals(names.size, names.toSet().size)
    }

    /** Limits cannot be set through this interface. */
    @Test
    fun `what is not run is named`() {
        val left = files("tests/vectors/findings").filter { read(it).has("limits") }.map { it.fileName.toString() }
        println("vectors not run, since they set limits: ${left.size}: ${left.joinToString()}")
        if (receipts == null) println("receipts not compared: EKEN_RECEIPTS names no file (tests/jvm/run makes one)")
        assertTrue(left.size <= 5, "$left")
    }

    private companion object {
        val MEMBERS = setOf("name", "set", "unset", "options", "expect")
    }
}

private fun <T : Any> present(value: T?, name: String): T {
    assertTrue(value != null, name)
    return value!!
}

private fun options(vector: JsonObject, case: JsonObject): Options {
    val all = JsonObject()
    for (from in listOf(vector, case)) from["options"]?.asJsonObject?.entrySet()?.forEach { (name, value) -> all.add(name, value) }
    val known = setOf("year", "as_of", "tier", "readings")
    assertTrue(known.containsAll(all.keySet()), "${all.keySet() - known}")
    val readings = all["readings"]?.asJsonObject?.entrySet()?.associate { (id, option) -> id to option.asString }
    return Options(all["year"]?.asInt ?: 2023, all["as_of"]?.asString, readings ?: emptyMap(), all["tier"]?.asString)
}

private fun dossier(vector: JsonObject, case: JsonObject): JsonObject {
    val made = vector["base"]?.deepCopy()?.asJsonObject ?: JsonObject()
    case["set"]?.asJsonObject?.entrySet()?.forEach { (pointer, value) -> put(made, pointer, value.deepCopy()) }
    case["unset"]?.asJsonArray?.forEach { takeOut(made, it.asString) }
    return made
}

private fun put(root: JsonObject, pointer: String, value: JsonElement) {
    val steps = pointer.split('/').drop(1)
    var at: JsonElement = root
    for (step in steps.dropLast(1)) {
        at = if (at is JsonArray) at[step.toInt()] else at.asJsonObject.run { get(step) ?: JsonObject().also { add(step, it) } }
    }
    val last = steps.last()
    when {
        at !is JsonArray -> at.asJsonObject.add(last, value)
        last == "-" || last.toInt() == at.size() -> at.add(value)
        else -> at[last.toInt()] = value
    }
}

private fun takeOut(root: JsonObject, pointer: String) {
    val steps = pointer.split('/').drop(1)
    val at = steps.dropLast(1).fold(root as JsonElement) { at, step -> if (at is JsonArray) at[step.toInt()] else at.asJsonObject[step] }
    if (at is JsonArray) at.remove(steps.last().toInt()) else checkNotNull(at.asJsonObject.remove(steps.last())) { pointer }
}
