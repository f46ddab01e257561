// eken as an AAR: the native library for phones (arm64-v8a) and the emulator (x86_64), and the Kotlin of the bindings.
// Needs Rust with both targets, cargo-ndk 4, and NDK r28 or newer, whose linker aligns to pages of 16 KB without being asked.
import org.jetbrains.kotlin.gradle.dsl.JvmTarget

plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
}

val repository = rootDir.resolve("../..").canonicalFile
val cargoTarget = repository.resolve(System.getenv("CARGO_TARGET_DIR") ?: "target")
val lowest = 26
val abis = listOf("arm64-v8a", "x86_64")
val natives = layout.buildDirectory.dir("eken/jniLibs").get().asFile
val bindings = layout.buildDirectory.dir("eken/kotlin").get().asFile

android {
    namespace = "eken.android"
    compileSdk = 36
    ndkVersion = "28.2.13676358"
    defaultConfig {
        minSdk = lowest
        consumerProguardFiles("consumer-rules.pro")
    }
    sourceSets["main"].jniLibs.srcDir(natives)
    sourceSets["main"].kotlin.srcDir(bindings)
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
}

kotlin { compilerOptions { jvmTarget = JvmTarget.JVM_17 } }

dependencies {
    // the AAR of JNA has its library for each ABI; the jar has none for Android
    api(variantOf(libs.jna) { artifactType("aar") })
}

// The options of cargo-ndk by their long names: the short ones changed in version 4.
val compileNative by tasks.registering(Exec::class) {
    description = "Compiles libeken_ffi.so for each ABI"
    workingDir = repository
    environment("ANDROID_NDK_HOME", android.ndkDirectory.path)
    commandLine(
        listOf("cargo", "ndk") + abis.flatMap { listOf("--target", it) } +
            listOf("--platform", "$lowest", "--output-dir", natives.path) +
            listOf("build", "--package", "eken-ffi", "--lib", "--profile", "mobile", "--no-default-features", "--locked"),
    )
}

val compileBindgen by tasks.registering(Exec::class) {
    description = "Compiles the generator of the bindings"
    workingDir = repository
    commandLine("cargo", "build", "--workspace", "--lib", "--bins", "--locked", "--quiet")
}

val generateBindings by tasks.registering(Exec::class) {
    description = "Writes the Kotlin of the bindings from the compiled library"
    dependsOn(compileNative, compileBindgen)
    workingDir = repository
    commandLine(
        cargoTarget.resolve("debug/eken-bindgen").path,
        "kotlin",
        cargoTarget.resolve("aarch64-linux-android/mobile/libeken_ffi.so").path,
        "eken-ffi/uniffi.toml",
        bindings.path,
    )
}

tasks.named("preBuild") { dependsOn(generateBindings) }
