// swift-tools-version: 6.0
import PackageDescription

// An app with a view that makes clips through the app's own server, or in previews in the sandbox. What needs
// SwiftUI is empty where there is none.
let package = Package(
  name: "AppSample",
  platforms: [.macOS(.v14), .iOS(.v17)],
  products: [
    .library(name: "ClipStudio", targets: ["ClipStudio"]),
    .library(name: "ClipViews", targets: ["ClipViews"]),
  ],
  dependencies: [
    .package(name: "AppClient", path: "../AppClient"),
    .package(name: "TypedMedia", path: "../.."),
  ],
  targets: [
    // What the app does, without a view.
    .target(
      name: "ClipStudio",
      dependencies: [
        .product(name: "AppClient", package: "AppClient"),
        .product(name: "Hoox", package: "TypedMedia"),
      ]),
    // What the app shows.
    .target(
      name: "ClipViews",
      dependencies: ["ClipStudio", .product(name: "Hoox", package: "TypedMedia")]),
    // Views in the sandbox. The app does not link it, and so ships no sandbox.
    .target(
      name: "ClipPreviews",
      dependencies: [
        "ClipStudio", "ClipViews", .product(name: "HooxSandbox", package: "TypedMedia"),
      ]),
    .testTarget(
      name: "ClipStudioTests",
      dependencies: [
        "ClipPreviews", "ClipStudio", .product(name: "HooxSandbox", package: "TypedMedia"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
