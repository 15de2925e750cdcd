import Foundation
import Testing
import TypedMedia

/// What is for this machine does not leave it through a proxy that the environment names.
@Suite struct ProxyEnvironmentTests {
  @Test(
    arguments: [
      ("http://127.0.0.1:1/", ["http_proxy": "http://proxy:1"], "http_proxy"),
      ("http://localhost:1/", ["all_proxy": "socks5://proxy"], "all_proxy"),
      ("http://[::1]:1/", ["ALL_PROXY": "http://proxy"], "ALL_PROXY"),
      ("https://127.0.0.1/", ["HTTPS_PROXY": "http://proxy"], "HTTPS_PROXY"),
      ("https://127.0.0.1/", ["http_proxy": "http://proxy"], nil),
      ("http://127.0.0.1/", ["HTTP_PROXY": "http://proxy"], nil),
      ("http://127.0.0.1/", ["http_proxy": ""], nil), ("http://127.0.0.1/", [:], nil),
      ("http://127.0.0.1/", ["http_proxy": "p", "no_proxy": "127.0.0.1"], nil),
      ("http://localhost/", ["http_proxy": "p", "NO_PROXY": "example.com, localhost"], nil),
      ("http://[::1]/", ["http_proxy": "p", "no_proxy": "[::1]"], nil),
      ("http://localhost/", ["http_proxy": "p", "no_proxy": "*"], nil),
      ("http://localhost/", ["http_proxy": "p", "no_proxy": "host"], "http_proxy"),
    ] as [(String, [String: String], String?)])
  func theEnvironmentIsReadAsLibcurlDoes(
    url: String, variables: [String: String], variable: String?
  ) throws {
    #expect(try ProxyEnvironment(variables).proxy(for: Sample.url(url)) == variable)
  }
}
