// swift-tools-version: 6.0
import PackageDescription

// A transport for servers, on the HTTP client that they use: swift async-http-client.
let package = Package(
  name: "AsyncHTTPClientTransport",
  platforms: [.macOS(.v13), .iOS(.v16)],
  products: [
    .library(name: "AsyncHTTPClientTransport", targets: ["AsyncHTTPClientTransport"])
  ],
  dependencies: [
    .package(name: "TypedMedia", path: "../.."),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
  ],
  targets: [
    .target(
      name: "AsyncHTTPClientTransport",
      dependencies: [
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "TypedMedia", package: "TypedMedia"),
      ]),
    // The package's own: what a transport promises is tested with this one too.
    .target(name: "LoopbackServer", path: "Tests/LoopbackServer"),
    .target(name: "ServiceTestSupport", path: "Tests/ServiceTestSupport"),
    .testTarget(
      name: "AsyncHTTPClientTransportTests",
      dependencies: [
        "AsyncHTTPClientTransport", "LoopbackServer", "ServiceTestSupport",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "TypedMedia", package: "TypedMedia"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
