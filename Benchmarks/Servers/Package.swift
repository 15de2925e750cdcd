// swift-tools-version: 6.0
import PackageDescription

// What needs the HTTP client of servers to be measured, apart, so that nothing else here builds that.
let package = Package(
  name: "Servers",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "Benchmarks", path: ".."),
    .package(
      name: "AsyncHTTPClientTransport", path: "../../Examples/AsyncHTTPClientTransport"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    .executableTarget(
      name: "servers",
      dependencies: [
        "AsyncHTTPClientTransport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "CallOverhead", package: "Benchmarks"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
