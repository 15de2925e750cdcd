// swift-tools-version: 6.0
import PackageDescription

// A form for any model, that knows of a model only what its `fields` say.
let package = Package(
  name: "RequestForm",
  platforms: [.macOS(.v13), .iOS(.v16)],
  products: [.library(name: "RequestForm", targets: ["RequestForm"])],
  dependencies: [.package(name: "TypedMedia", path: "../..")],
  targets: [
    .target(
      name: "RequestForm", dependencies: [.product(name: "TypedMedia", package: "TypedMedia")]),
    .executableTarget(
      name: "form",
      dependencies: ["RequestForm", .product(name: "Hoox", package: "TypedMedia")]),
    .testTarget(
      name: "RequestFormTests",
      dependencies: ["RequestForm", .product(name: "Hoox", package: "TypedMedia")]),
  ],
  swiftLanguageModes: [.v6]
)
