// swift-tools-version: 6.2
import PackageDescription

// Targets with the settings that change what compiles. What is generated has to compile in each, and to
// be usable from anywhere: the same file, `Shared/Use.swift`, does so in all of them.

let package = Package(
  name: "Settings",
  platforms: [.macOS(.v13), .iOS(.v16)],
  dependencies: [.package(name: "TypedMedia", path: "../..")],
  targets: [
    // What Xcode gives to a new app.
    .generating("MainActorApp", [.defaultIsolation(MainActor.self)] + approachable),
    .generating("MainActorLibrary", [.defaultIsolation(MainActor.self)]),
    // All that the compiler can be asked to complain about.
    .generating("StrictApp", strict),
    .generating("StrictLibrary", strict),
    .generating("StrictMainActor", [.defaultIsolation(MainActor.self)] + strict),
    // Types of the target's own with the names of Swift's, Foundation's and TypedMedia's.
    .generating("Shadowing", strict),
    .generating("SwiftFive", [.swiftLanguageMode(.v5), .treatAllWarnings(as: .error)]),
    .generating("PackageAccess", strict),
    // Names of files that are there twice, and JSON that is no snapshot.
    .generating("SameNames", [], resources: [.process("Data")]),
    // Snapshots that the program has as resources too.
    .generating("Copied", [], resources: [.copy("schemas")]),
    .testTarget(
      name: "SettingsTests",
      dependencies: [
        "Copied", "MainActorApp", "MainActorLibrary", "PackageAccess", "SameNames", "Shadowing",
        "StrictApp", "StrictLibrary", "StrictMainActor", "SwiftFive",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

/// What Xcode calls approachable concurrency.
var approachable: [SwiftSetting] {
  [
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ]
}

var strict: [SwiftSetting] {
  approachable + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}

extension Target {
  /// A target whose requests the plugin generates.
  static func generating(
    _ name: String, _ settings: [SwiftSetting], resources: [Resource] = []
  ) -> Target {
    .target(
      name: name, dependencies: [.product(name: "TypedMedia", package: "TypedMedia")],
      resources: resources, swiftSettings: settings,
      plugins: [.plugin(name: "GenerateRequests", package: "TypedMedia")])
  }
}
