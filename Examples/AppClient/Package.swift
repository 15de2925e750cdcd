// swift-tools-version: 6.0
import PackageDescription

// An app's side of `AppServer`: it makes typed requests, and has no key.
let package = Package(
  name: "AppClient",
  platforms: [.macOS(.v13), .iOS(.v16)],
  products: [.library(name: "AppClient", targets: ["AppClient"])],
  dependencies: [.package(name: "TypedMedia", path: "../..")],
  targets: [
    .target(name: "AppClient", dependencies: [.product(name: "Hoox", package: "TypedMedia")]),
    .testTarget(name: "AppClientTests", dependencies: ["AppClient"]),
  ],
  swiftLanguageModes: [.v6]
)
