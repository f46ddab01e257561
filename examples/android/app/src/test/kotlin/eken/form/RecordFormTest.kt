package eken.form

import eken.Finding
import eken.FormField
import eken.FormInput
import eken.Severity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test

/** Without the native library: it runs on any machine. */
class RecordFormTest {
    private fun field(name: String, input: FormInput, many: Boolean = false) =
        FormField(name, name, "", input, many, required = false, missable = true, clauses = emptyList())

    private val number = FormInput.Number("m2", "㎡", "0", "9", 2, figure = true)
    private val form = RecordForm(
        "things",
        listOf(
            field("id", FormInput.Id),
            field("area", number),
            field("name", FormInput.Personal),
            field("visits", FormInput.Record("things.visits"), many = true),
        ),
    )

    private fun finding(pointer: String) =
        Finding("a.b", Severity.ERROR, pointer, 1, 1, null, emptyMap(), emptyList(), pointer, "")

    @Test
    fun `numbers go into the JSON as they were typed`() {
        for (text in listOf("0", "-1", "100.10", "99999999999999999999.999999999999", "0.1000")) {
            assertEquals("{\"area\":$text}", form.with("area", Entry.Typed(text)).json)
        }
        for (text in listOf("1.", ".5", "01", "１００", "100平方米", "1e3", "--1", "-", "1.2.3", "NaN")) {
            assertEquals("{\"area\":\"$text\"}", form.with("area", Entry.Typed(text)).json)
        }
        assertEquals("{}", form.with("area", Entry.Typed("")).json)
        assertEquals("{\"area\":{\"missing\":\"not_collected\"}}", form.with("area", Entry.Missing("not_collected")).json)
    }

    @Test
    fun `a text is escaped`() {
        assertEquals("{\"id\":\"a\\\"b\\\\c\\u000ad\\u0001十😀\"}", form.with("id", Entry.Typed("a\"b\\c\nd\u0001十😀")).json)
    }

    @Test
    fun `findings stand at their fields`() {
        val faults = Faults.of(listOf(finding("/area"), finding(""), finding("/visits/1/date"), finding("/a~1b~01")))
        assertEquals(listOf("/area"), faults.of("area").map { it.pointer })
        assertEquals(listOf("/visits/1/date"), faults.of("visits").map { it.pointer })
        assertEquals(listOf("/visits/1/date"), faults.within("visits", 1).of("date").map { it.pointer })
        assertTrue(faults.within("visits", 0).isEmpty)
        assertEquals(listOf("/a~1b~01"), faults.of("a/b~1").map { it.pointer })
        assertEquals(listOf("", "/a~1b~01"), faults.beside(form.fields).map { it.pointer })
    }

    @Test
    fun `empty elements of a list are left out and the others keep their findings`() {
        val visit = RecordForm("things.visits", listOf(field("date", FormInput.Date)))
        val dated = Entry.Inner(visit.with("date", Entry.Typed("2023-12-01")))
        val filled = form.with("visits", Entry.Several(listOf(dated, Entry.Inner(visit), dated)))
        assertEquals("{\"visits\":[{\"date\":\"2023-12-01\"},{\"date\":\"2023-12-01\"}]}", filled.json)
        assertEquals(listOf(0, null, 1, null), (0..3).map { filled.place(it, "visits") })
    }

    @Test
    fun `nothing that was typed is printed`() {
        val secret = "不存在的人" // made up
        val filled = form.with("name", Entry.Typed(secret)).with("visits", Entry.Several(listOf(Entry.Typed(secret))))
        for (text in listOf("$filled", "${filled["name"]}", "${filled["visits"]}", "${Entry.Inner(filled)}")) {
            assertFalse(text, text.contains(secret))
        }
        assertTrue(filled.json.contains(secret))
    }
}
