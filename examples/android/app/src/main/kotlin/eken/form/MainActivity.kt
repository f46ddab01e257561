package eken.form

import android.os.Bundle
import android.view.View
import android.view.WindowManager
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.activity.viewModels
import androidx.compose.material3.MaterialTheme

class MainActivity : ComponentActivity() {
    private val town: TownModel by viewModels()

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        // Other persons' data is typed here: no picture of it in the list of apps or in a recording of the screen, and no service for
        // filling in forms may read it or offer the officer's own in its place.
        window.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
        window.decorView.importantForAutofill = View.IMPORTANT_FOR_AUTOFILL_NO_EXCLUDE_DESCENDANTS
        setContent { MaterialTheme { RecordScreen(town) } }
    }
}
