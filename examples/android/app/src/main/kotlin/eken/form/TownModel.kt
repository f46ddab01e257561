package eken.form

import android.app.Application
import android.util.AtomicFile
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.lifecycle.AndroidViewModel
import androidx.lifecycle.viewModelScope
import eken.Change
import eken.Choice
import eken.Dossier
import eken.EkenException
import eken.Fault
import eken.Lang
import eken.Options
import eken.Outcome
import eken.Words
import eken.checkRecord
import eken.formFields
import eken.schema
import java.io.File
import java.io.IOException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext
import org.json.JSONObject

/**
 * The town's dossier, kept on the phone, and the record that is being filled in.
 *
 * The record is held in memory only: saved instance state goes to disk, where personal data would lie outside the dossier.
 */
class TownModel(application: Application) : AndroidViewModel(application) {
    private val section = "sessions"
    private val file = AtomicFile(File(application.filesDir, "dossier.json"))
    private var dossier: Dossier? = null
    private var check: Job? = null
    private val one = Mutex()

    var form by mutableStateOf<RecordForm?>(null)
        private set
    var faults by mutableStateOf(Faults.NONE)
        private set
    var counts by mutableStateOf<Map<Outcome, Int>>(emptyMap())
        private set
    var changes by mutableStateOf<List<Change>>(emptyList())
        private set
    var fault by mutableStateOf<Fault?>(null)
        private set
    var reasons by mutableStateOf<List<Choice>>(emptyList())
        private set

    /** Acceptance year. */
    var year by mutableStateOf(2023)
        private set

    init {
        viewModelScope.launch {
            attempt {
                val bytes = if (file.baseFile.exists()) file.readFully() else """{"schema_version":1}""".toByteArray()
                val read = Dossier.parse(bytes, "dossier.json")
                val counted = read.assess(Options(year)).use { it.counts() }
                val (fields, missing) = formFields(section, Lang.ZH) to missingReasons()
                withContext(Dispatchers.Main) {
                    dossier = read
                    counts = counted
                    form = RecordForm(section, fields)
                    reasons = missing
                }
            }
        }
    }

    fun choose(year: Int) {
        this.year = year
        viewModelScope.launch {
            attempt {
                val counted = dossier?.assess(Options(year))?.use { it.counts() }
                withContext(Dispatchers.Main) { counts = counted.orEmpty() }
            }
        }
    }

    /** Takes what was typed, and checks it when nothing was typed for a quarter of a second. */
    fun type(changed: RecordForm) {
        form = changed
        check?.cancel()
        check = viewModelScope.launch {
            delay(250)
            attempt {
                val found = if (changed.isEmpty) Faults.NONE else Faults.of(checkRecord(section, changed.json, Lang.ZH))
                withContext(Dispatchers.Main) { faults = found }
            }
        }
    }

    /** Puts the record in, shows what that changes, and keeps the dossier. */
    fun put() {
        val filled = form ?: return
        viewModelScope.launch {
            attempt {
                // where the file could not be read, that stays on the screen, and what was typed too
                val before = dossier ?: return@attempt
                val with = before.withRecord(section, filled.json, Options(year), Lang.ZH)
                if (with.replaced) {
                    // this screen adds records: what it does not show of one that is there would be lost
                    with.dossier.close()
                    withContext(Dispatchers.Main) { fault = TAKEN }
                    return@attempt
                }
                val counted = with.dossier.assess(Options(year)).use { it.counts() }
                keep(with.dossier.toJson())
                withContext(Dispatchers.Main) {
                    dossier = with.dossier
                    before.close()
                    changes = with.changes
                    counts = counted
                    fault = null
                    type(RecordForm(filled.name, filled.fields))
                }
            }
        }
    }

    override fun onCleared() {
        dossier?.close()
    }

    private fun keep(json: String) {
        val out = file.startWrite()
        try {
            out.write(json.toByteArray())
            file.finishWrite(out)
        } catch (error: IOException) {
            file.failWrite(out)
            throw error
        }
    }

    /** Does work off the main thread, one after the other. What fails is shown; nothing is logged. */
    private suspend fun attempt(work: suspend () -> Unit) {
        try {
            one.withLock { withContext(Dispatchers.Default) { work() } }
        } catch (error: EkenException) {
            fault = error.fault
        } catch (_: IOException) {
            // of the file system; its text may hold a path, so it is not shown
            fault = Fault("file", Words("文件无法读写", "the file cannot be read or written"), Words("请重试", "try again"), null)
        }
    }
}

private val TAKEN = Fault(
    "record.there",
    Words("这个编号已有记录，没有存入", "there is a record with this identifier; nothing was kept"),
    Words("换一个编号", "take another identifier"),
    null,
)

private val EkenException.fault: Fault
    get() = when (this) {
        is EkenException.Read -> fault
        is EkenException.Plan -> fault
        is EkenException.Call -> fault
        is EkenException.Cancelled -> fault
        is EkenException.Internal -> fault
    }

/** The reasons that may stand in place of a missing value, from the published schema: it names them in both languages. */
private fun missingReasons(): List<Choice> {
    val all = JSONObject(schema("dossier")).getJSONObject("\$defs").getJSONObject("Reason").getJSONArray("oneOf")
    return (0 until all.length()).map { all.getJSONObject(it) }.map { Choice(it.getString("const"), it.getString("title")) }
}
