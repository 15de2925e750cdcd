// swift-tools-version: 6.0
import PackageDescription

// A ledger of one's own: a server keeps what it submits in its database. On Linux, the headers of
// SQLite come with `apt-get install libsqlite3-dev`.
let package = Package(
  name: "SQLiteLedger",
  platforms: [.macOS(.v13), .iOS(.v16)],
  products: [.library(name: "SQLiteLedger", targets: ["SQLiteLedger"])],
  dependencies: [.package(name: "TypedMedia", path: "../..")],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(
      name: "SQLiteLedger",
      dependencies: ["CSQLite", .product(name: "TypedMedia", package: "TypedMedia")]),
    .testTarget(
      name: "SQLiteLedgerTests",
      dependencies: [
        "SQLiteLedger",
        .product(name: "Hoox", package: "TypedMedia"),
        .product(name: "HooxSandbox", package: "TypedMedia"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
