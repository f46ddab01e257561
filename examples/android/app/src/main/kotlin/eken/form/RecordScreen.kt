package eken.form

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Button
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import eken.Finding
import eken.Outcome
import eken.Severity

/** One screen: how the town stands, and a record with its findings while it is filled in. */
@Composable
fun RecordScreen(town: TownModel) {
    Column(
        Modifier.safeDrawingPadding().padding(16.dp).verticalScroll(rememberScrollState()),
        verticalArrangement = Arrangement.spacedBy(12.dp),
    ) {
        Standing(town)
        town.form?.let { form ->
            FieldList(form, town::type, town.faults, town.reasons)
            town.faults.beside(form.fields).forEach { FindingText(it) }
            Button(onClick = town::put, enabled = !form.isEmpty, modifier = Modifier.fillMaxWidth()) { Text("记入档案") }
        }
    }
}

@Composable
private fun Standing(town: TownModel) {
    Row(verticalAlignment = Alignment.CenterVertically) {
        Text("验收年度 ${town.year}", Modifier.weight(1f))
        TextButton(onClick = { town.choose(town.year - 1) }, enabled = town.year > 2000) { Text("−") }
        TextButton(onClick = { town.choose(town.year + 1) }, enabled = town.year < 2099) { Text("+") }
    }
    val shown = Outcome.entries.filter { (town.counts[it] ?: 0) > 0 }
    Text("约束性指标：" + shown.joinToString("，") { "${it.label} ${town.counts[it]}" })
    town.changes.forEach { Text(it.text, style = MaterialTheme.typography.bodySmall) }
    town.fault?.let { Text("${it.words.zh}。${it.help.zh}", color = MaterialTheme.colorScheme.error) }
}

/** A finding: what is wrong, and how to mend it. */
@Composable
fun FindingText(finding: Finding) {
    val colors = MaterialTheme.colorScheme
    Column {
        val color = if (finding.severity == Severity.ERROR) colors.error else colors.tertiary
        Text(finding.message, color = color, style = MaterialTheme.typography.bodySmall)
        if (finding.help.isNotEmpty()) Text(finding.help, style = MaterialTheme.typography.bodySmall)
    }
}

private val Outcome.label
    get() = when (this) {
        Outcome.MET -> "达到"
        Outcome.MET_BY_EXEMPTION -> "经认可豁免"
        Outcome.NOT_MET -> "未达到"
        Outcome.OPEN -> "待定"
        Outcome.NOT_APPLICABLE -> "不适用"
        Outcome.CONFLICT -> "来源不一致"
    }
