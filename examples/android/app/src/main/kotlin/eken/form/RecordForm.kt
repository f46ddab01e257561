// The model of the screen: what was typed → JSON, findings → fields. Nothing of Android is imported here.
package eken.form

import eken.Finding
import eken.FormField
import eken.FormInput

/**
 * The form of a record while it is filled in: its fields, and what stands in each as it was typed.
 *
 * It never holds a number as a number: what was typed goes into the JSON digit by digit. It may hold personal data, so whatever prints
 * or logs one sees how much is filled in and nothing of it.
 */
data class RecordForm(
    /** Name of the form: `sessions`, `trainees.follow_up`. */
    val name: String,
    val fields: List<FormField>,
    private val entries: Map<String, Entry> = emptyMap(),
) {
    /** What stands in a field. */
    operator fun get(field: String): Entry = entries[field] ?: Entry.Empty

    /** The form with something else in a field. */
    fun with(field: String, entry: Entry) = RecordForm(name, fields, entries + (field to entry))

    val isEmpty get() = entries.values.all { it.isEmpty }

    /** The record as JSON, fields in the order of the form; what is empty is left out. */
    val json: String
        get() = fields.filterNot { this[it.name].isEmpty }
            .joinToString(",", "{", "}") { "${quoted(it.name)}:${this[it.name].json(it.input)}" }

    /** Where an element of a list stands in the JSON, since empty ones are left out; none for an empty one. */
    fun place(index: Int, field: String): Int? {
        val all = (this[field] as? Entry.Several)?.all ?: return null
        if (all.getOrElse(index) { Entry.Empty }.isEmpty) return null
        return all.take(index).count { !it.isEmpty }
    }

    override fun toString() = "$name: ${entries.values.count { !it.isEmpty }} of ${fields.size} fields"
}

/** What stands in a field. */
sealed interface Entry {
    val isEmpty: Boolean

    fun json(input: FormInput): String

    /** Nothing. */
    data object Empty : Entry {
        override val isEmpty get() = true

        override fun json(input: FormInput) = "null"
    }

    /** As it was typed or chosen: a text, a number, a day, a code, an identifier. */
    data class Typed(val text: String) : Entry {
        override val isEmpty get() = text.isEmpty()

        // what is no number goes as text, and eken says what is wrong with it
        override fun json(input: FormInput): String {
            val number = input is FormInput.Number || input is FormInput.Version
            return if (number && NUMBER.matches(text)) text else quoted(text)
        }

        override fun toString() = if (isEmpty) "empty" else "filled in"
    }

    data class Flag(val flag: Boolean) : Entry {
        override val isEmpty get() = false

        override fun json(input: FormInput) = "$flag"

        override fun toString() = "filled in"
    }

    /** A reason in place of the value: its code. */
    data class Missing(val reason: String) : Entry {
        override val isEmpty get() = false

        override fun json(input: FormInput) = "{\"missing\":${quoted(reason)}}"
    }

    data class Inner(val form: RecordForm) : Entry {
        override val isEmpty get() = form.isEmpty

        override fun json(input: FormInput) = form.json
    }

    data class Several(val all: List<Entry>) : Entry {
        override val isEmpty get() = all.all { it.isEmpty }

        override fun json(input: FormInput) = all.filterNot { it.isEmpty }.joinToString(",", "[", "]") { it.json(input) }
    }
}

/** The findings of a record, by the fields that they concern. */
class Faults private constructor(private val found: List<Pair<List<String>, Finding>>) {
    companion object {
        val NONE = Faults(emptyList())

        fun of(findings: List<Finding>) = Faults(
            findings.map { finding ->
                finding.pointer.split('/').drop(1).map { it.replace("~1", "/").replace("~0", "~") } to finding
            },
        )
    }

    val isEmpty get() = found.isEmpty()

    /** Those of a field, and of all within it. */
    fun of(field: String) = found.filter { it.first.firstOrNull() == field }.map { it.second }

    /** Those that concern none of these fields: the record as a whole. */
    fun beside(fields: List<FormField>): List<Finding> {
        val names = fields.map { it.name }.toSet()
        return found.filter { it.first.firstOrNull() !in names }.map { it.second }
    }

    /** Those within a record of a field, as if it stood alone; of a list, within the record at a place of the JSON. */
    fun within(field: String, place: Int? = null): Faults {
        val prefix = listOfNotNull(field, place?.toString())
        return Faults(found.filter { it.first.take(prefix.size) == prefix }.map { it.first.drop(prefix.size) to it.second })
    }
}

/** A number of JSON without exponent. */
private val NUMBER = Regex("-?(0|[1-9][0-9]*)(\\.[0-9]+)?")

private fun quoted(text: String) = buildString {
    append('"')
    for (char in text) {
        when {
            char == '"' -> append("\\\"")
            char == '\\' -> append("\\\\")
            char < ' ' -> append("\\u").append(char.code.toString(16).padStart(4, '0'))
            else -> append(char)
        }
    }
    append('"')
}
