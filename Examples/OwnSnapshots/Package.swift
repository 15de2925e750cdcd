// swift-tools-version: 6.0
import PackageDescription

// A package of one's own: the plugin makes types of the snapshots in each target's `schemas` folder.
let package = Package(
  name: "OwnSnapshots",
  platforms: [.macOS(.v13), .iOS(.v16)],
  products: [
    .library(name: "Clips", targets: ["Clips"]),
    .library(name: "Aurora", targets: ["Aurora"]),
  ],
  dependencies: [.package(name: "TypedMedia", path: "../..")],
  targets: [
    // Two of Hoox's models, from snapshots of one's own, sent by the package's client.
    .target(
      name: "Clips",
      dependencies: [.product(name: "Hoox", package: "TypedMedia")],
      plugins: [.plugin(name: "GenerateRequests", package: "TypedMedia")]
    ),
    // A model of a service that the package has never heard of, with a client of one's own.
    .target(
      name: "Aurora",
      dependencies: [.product(name: "TypedMedia", package: "TypedMedia")],
      plugins: [.plugin(name: "GenerateRequests", package: "TypedMedia")]
    ),
    // What `swift package update-schemas` is to the services that the package knows.
    .executableTarget(
      name: "update-aurora",
      dependencies: [
        "Aurora",
        .product(name: "TypedMediaUpdating", package: "TypedMedia"),
      ]),
    .testTarget(
      name: "ClipsTests",
      dependencies: [
        "Clips",
        .product(name: "TypedMediaGeneratorTesting", package: "TypedMedia"),
        .product(name: "HooxSandbox", package: "TypedMedia"),
      ]),
    .testTarget(
      name: "AuroraTests",
      dependencies: [
        "Aurora",
        .product(name: "TypedMediaGeneratorTesting", package: "TypedMedia"),
        .product(name: "TypedMediaTesting", package: "TypedMedia"),
        .product(name: "TypedMediaUpdating", package: "TypedMedia"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
