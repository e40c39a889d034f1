import Foundation
import Glibc

/// nginx with one worker, serving one file: the ceiling of a read. Nil where there is no nginx.
final class StaticNginx {
  let port = 18_917
  private let process = Process()
  private let folder: String

  init?(body length: Int) throws {
    let program = "/usr/sbin/nginx"
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
    folder = FileManager.default.temporaryDirectory.path + "/hamyar-nginx-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    chmod(folder, 0o755)
    try String(repeating: "x", count: length).write(toFile: folder + "/body", atomically: true, encoding: .utf8)
    chmod(folder + "/body", 0o644)
    let configuration = """
      worker_processes 1; daemon off; pid \(folder)/pid; error_log \(folder)/error.log;
      events { worker_connections 256; }
      http { access_log off; keepalive_requests 100000000; client_body_temp_path \(folder)/a; proxy_temp_path \(folder)/b;
        fastcgi_temp_path \(folder)/c; uwsgi_temp_path \(folder)/d; scgi_temp_path \(folder)/e;
        sendfile on; server { listen 127.0.0.1:\(port); root \(folder); } }
      """
    try configuration.write(toFile: folder + "/nginx.conf", atomically: true, encoding: .utf8)
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-c", folder + "/nginx.conf"]
    try process.run()
    usleep(400_000)
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: folder)
  }
}
