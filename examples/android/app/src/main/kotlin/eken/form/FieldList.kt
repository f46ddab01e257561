package eken.form

import android.view.inputmethod.EditorInfo
import android.view.inputmethod.InputConnection
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.DropdownMenu
import androidx.compose.material3.DropdownMenuItem
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.InterceptPlatformTextInput
import androidx.compose.ui.platform.PlatformTextInputMethodRequest
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp
import eken.Choice
import eken.FormField
import eken.FormInput
import eken.Lang
import eken.formFields

/** The fields of a form; those of a record within it too. */
@Composable
fun FieldList(form: RecordForm, type: (RecordForm) -> Unit, faults: Faults, reasons: List<Choice>) {
    // a geometry is drawn on a map, which this screen has not
    for (field in form.fields.filter { it.input !is FormInput.Geometry }) {
        val entry = form[field.name]
        Column {
            Text(if (field.required) "${field.label} *" else field.label, style = MaterialTheme.typography.titleSmall)
            if (field.many) {
                val all = (entry as? Entry.Several)?.all ?: emptyList()
                all.forEachIndexed { index, each ->
                    val own = form.place(index, field.name)?.let { faults.within(field.name, it) } ?: Faults.NONE
                    val put = { new: Entry -> type(form.with(field.name, Entry.Several(all.take(index) + new + all.drop(index + 1)))) }
                    Value(field, each, put, own, emptyList())
                }
                TextButton(onClick = { type(form.with(field.name, Entry.Several(all + Entry.Empty))) }) { Text("添加") }
            } else {
                Value(field, entry, { type(form.with(field.name, it)) }, faults.within(field.name), reasons)
            }
            faults.of(field.name).forEach { FindingText(it) }
            Text((listOf(field.help) + field.clauses).joinToString(" "), style = MaterialTheme.typography.labelSmall)
        }
    }
}

/** One value, or the reason why it is missing. */
@Composable
private fun Value(field: FormField, entry: Entry, put: (Entry) -> Unit, faults: Faults, reasons: List<Choice>) {
    if (entry !is Entry.Missing) Input(field.input, entry, put, faults)
    if (field.missable && reasons.isNotEmpty()) {
        val code = (entry as? Entry.Missing)?.reason.orEmpty()
        Pick(listOf(Choice("", "有此数据")) + reasons, code) { put(if (it.isEmpty()) Entry.Empty else Entry.Missing(it)) }
    }
}

@Composable
private fun Input(input: FormInput, entry: Entry, put: (Entry) -> Unit, faults: Faults) {
    val text = (entry as? Entry.Typed)?.text.orEmpty()
    val typed = { new: String -> put(if (new.isEmpty()) Entry.Empty else Entry.Typed(new)) }
    when (input) {
        is FormInput.Choice -> Pick(listOf(Choice("", "—")) + input.choices, text, typed)
        FormInput.Flag -> {
            val code = (entry as? Entry.Flag)?.flag?.toString().orEmpty()
            Pick(listOf(Choice("", "—"), Choice("true", "是"), Choice("false", "否")), code) {
                put(if (it.isEmpty()) Entry.Empty else Entry.Flag(it == "true"))
            }
        }
        is FormInput.Number ->
            Line(text, typed, if (input.places == 0) KeyboardType.Number else KeyboardType.Decimal, input.unitLabel)
        is FormInput.Record -> {
            val fields = remember(input.form) { formFields(input.form, Lang.ZH) }
            val form = (entry as? Entry.Inner)?.form ?: RecordForm(input.form, fields)
            Column(Modifier.padding(start = 16.dp)) { FieldList(form, { put(Entry.Inner(it)) }, faults, emptyList()) }
        }
        FormInput.Personal -> Unlearnt { Line(text, typed) }
        FormInput.Month -> Line(text, typed, hint = "2023-05")
        FormInput.Date, FormInput.PartialDate -> Line(text, typed, hint = "2023-05-31")
        FormInput.Time -> Line(text, typed, hint = "09:30")
        else -> Line(text, typed)
    }
}

@Composable
private fun Line(text: String, typed: (String) -> Unit, type: KeyboardType = KeyboardType.Text, unit: String = "", hint: String = "") {
    OutlinedTextField(
        value = text,
        onValueChange = typed,
        modifier = Modifier.fillMaxWidth(),
        singleLine = true,
        placeholder = { Text(hint) },
        suffix = { Text(unit) },
        keyboardOptions = KeyboardOptions(autoCorrectEnabled = false, keyboardType = type),
    )
}

@Composable
private fun Pick(choices: List<Choice>, code: String, picked: (String) -> Unit) {
    var open by remember { mutableStateOf(false) }
    TextButton(onClick = { open = true }) { Text(choices.find { it.code == code }?.label ?: code) }
    DropdownMenu(expanded = open, onDismissRequest = { open = false }) {
        for (choice in choices) {
            DropdownMenuItem(text = { Text(choice.label) }, onClick = {
                open = false
                picked(choice.code)
            })
        }
    }
}

/**
 * What is typed within it, the keyboard must not learn: it is another person's data. A keyboard for passwords would do so too, but most
 * of them write no Chinese.
 */
@OptIn(ExperimentalComposeUiApi::class)
@Composable
private fun Unlearnt(content: @Composable () -> Unit) {
    InterceptPlatformTextInput(
        interceptor = { request, next ->
            next.startInputMethod(object : PlatformTextInputMethodRequest {
                override fun createInputConnection(outAttributes: EditorInfo): InputConnection {
                    val connection = request.createInputConnection(outAttributes)
                    outAttributes.imeOptions = outAttributes.imeOptions or EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING
                    return connection
                }
            })
        },
        content = content,
    )
}
