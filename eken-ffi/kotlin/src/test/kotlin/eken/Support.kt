package eken

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.nio.file.Files
import java.nio.file.Path

/** The root of the repository: Maven runs the tests in the folder of the module. */
val ROOT: Path = Path.of("../..").toRealPath()

fun example(name: String): Path = ROOT.resolve("examples/data").resolve(name)

fun read(path: Path): JsonObject = JsonParser.parseString(Files.readString(path)).asJsonObject

fun files(folder: String): List<Path> =
    Files.list(ROOT.resolve(folder)).use { all -> all.filter { it.toString().endsWith(".json") }.sorted().toList() }

/** JSON with sorted members and no spaces. */
fun canonical(value: JsonElement): String = sorted(value).toString()

private fun sorted(value: JsonElement): JsonElement = when (value) {
    is JsonObject -> JsonObject().also { made -> value.keySet().sorted().forEach { made.add(it, sorted(value[it])) } }
    is JsonArray -> JsonArray().also { made -> value.forEach { made.add(sorted(it)) } }
    else -> value
}

fun parse(text: String, name: String = "dossier.json"): Dossier = Dossier.parse(text.toByteArray(), name)

/** Made-up values of a person that no text of an error may hold. */
val CANARIES = listOf("赵例密", "140827199001019999", "13900007777")

/** A dossier of about so many bytes: its sessions again and again, each with an id of its own. */
fun large(bytes: Int): ByteArray {
    val text = StringBuilder("""{"schema_version":1,"as_of":"2023-12-31","sessions":{"complete":true,"items":[""")
    var number = 0
    while (text.length < bytes) {
        if (number > 0) text.append(',')
        text.append("""{"id":"S${number++}","topic":"e_commerce","title":"Training ${"x".repeat(60)}","cross_border":false,""")
        text.append(""""date":"2023-06-16","starts":"09:00","ends":"17:00","hours":6,"head_count":12}""")
    }
    return text.append("]}}").toString().toByteArray()
}

/** Options as Kotlin has them where only the year is given. */
fun plainOptions(year: Int) = Options(year)
