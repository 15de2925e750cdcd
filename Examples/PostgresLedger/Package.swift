// swift-tools-version: 6.0
import PackageDescription

// A ledger of one's own, for a server of several replicas: all keep what they submit in one
// PostgreSQL. On Linux, the headers of its client come with `apt-get install libpq-dev`; with
// Homebrew's `libpq`, `PKG_CONFIG_PATH` has to name its folder `lib/pkgconfig`.
let package = Package(
  name: "PostgresLedger",
  platforms: [.macOS(.v13)],
  products: [.library(name: "PostgresLedger", targets: ["PostgresLedger"])],
  dependencies: [.package(name: "TypedMedia", path: "../..")],
  targets: [
    .systemLibrary(
      name: "CPostgres", pkgConfig: "libpq",
      providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    .target(
      name: "PostgresLedger",
      dependencies: ["CPostgres", .product(name: "TypedMedia", package: "TypedMedia")]),
    .testTarget(
      name: "PostgresLedgerTests",
      dependencies: [
        "PostgresLedger",
        .product(name: "Hoox", package: "TypedMedia"),
        .product(name: "HooxSandbox", package: "TypedMedia"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
