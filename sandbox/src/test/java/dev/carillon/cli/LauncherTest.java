package dev.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The functions of the launcher script, on machines that are made up of folders.
final class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "carillon").toAbsolutePath().normalize();

  @TempDir Path machine;

  @Test
  void takesJavaHomeWhenItIsNewEnough() throws IOException, InterruptedException {
    var chosen = jdk("chosen", "25.0.1");
    jdk("places/newer", "26");

    assertThat(findJdk(Map.of("JAVA_HOME", chosen.toString()))).isEqualTo(chosen.toString());
  }

  @Test
  void passesOverAnOldJavaHomeForTheNewestInstalled() throws IOException, InterruptedException {
    var old = jdk("old", "17.0.15");
    jdk("places/a", "25.0.2");
    var newest = jdk("places/b", "25.0.10");
    jdk("places/c", "21.0.4");

    assertThat(findJdk(Map.of("JAVA_HOME", old.toString()))).isEqualTo(newest.toString());
  }

  @Test
  void followsLinksFromThePath() throws IOException, InterruptedException {
    var jdk = jdk("somewhere/jdk", "25");
    var bin = Files.createDirectories(machine.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("link"), jdk.resolve("bin/javac"));
    Files.createSymbolicLink(bin.resolve("javac"), Path.of("link"));

    assertThat(findJdk(Map.of("PATH", bin + ":/usr/bin:/bin")))
        .isEqualTo(jdk.toRealPath().toString());
  }

  @Test
  void passesOverARuntimeWithoutCompiler() throws IOException, InterruptedException {
    Files.delete(jdk("places/jre", "25").resolve("bin/javac"));

    assertThat(findJdk(Map.of())).isEmpty();
  }

  @Test
  void saysInOneLineHowToGetAJdk() throws IOException, InterruptedException {
    var said =
        bash("JDK_PLACES=; CACHE=$PWD/cache; fetch_jdk() { return 1; }; require_jdk", Map.of());

    assertThat(said.lines())
        .singleElement()
        .asString()
        .startsWith("carillon: needs a JDK 25 or newer and found none: install one");
  }

  @Test
  void fetchesAJdkWhoseChecksumMatches() throws Exception {
    assertThat(fetch(true)).endsWith("cache/jdk-25\n");
    assertThat(machine.resolve("cache/jdk-25/bin/javac")).isExecutable();
  }

  @Test
  void refusesAJdkWhoseChecksumDoesNotMatch() throws Exception {
    assertThat(fetch(false)).contains("does not match its checksum");
    assertThat(machine.resolve("cache")).isEmptyDirectory();
  }

  @Test
  void takesMavenFromThePathWhenItIsNewEnoughAndElseTheWrapper()
      throws IOException, InterruptedException {
    var bin = Files.createDirectories(machine.resolve("bin"));
    var path = Map.of("PATH", bin + ":/usr/bin:/bin");

    tool(bin.resolve("mvn"), "echo 'Apache Maven 3.8.7'");
    assertThat(bash("find_maven", path)).isEqualTo("mvn\n");
    tool(bin.resolve("mvn"), "echo 'Apache Maven 3.6.3 (rc)'");
    assertThat(bash("find_maven", path)).endsWith("/mvnw\n");
  }

  @Test
  void buildsAgainOnlyWhenSourcesChange() throws IOException, InterruptedException {
    Files.createDirectories(machine.resolve("api/src/main"));
    Files.createDirectories(machine.resolve(".mvn"));
    Files.writeString(machine.resolve("pom.xml"), "<project/>");
    Files.writeString(machine.resolve("api/pom.xml"), "<project/>");
    var source = Files.writeString(machine.resolve("api/src/main/A.java"), "class A {}");
    var script = "PROJECT=$PWD; fingerprint";

    var before = bash(script, Map.of());
    assertThat(bash(script, Map.of())).isEqualTo(before);
    Files.writeString(source, "class A { int a; }");
    assertThat(bash(script, Map.of())).isNotEqualTo(before);
  }

  private String findJdk(Map<String, String> environment) throws IOException, InterruptedException {
    return bash("JDK_PLACES=\"$PWD/places/*\"; find_jdk", environment).strip();
  }

  private String fetch(boolean genuine) throws Exception {
    jdk("jdk-25.0.3+9", "25.0.3");
    bash("tar -czf jdk.tar.gz jdk-25.0.3+9", Map.of());
    var archive = Files.readAllBytes(machine.resolve("jdk.tar.gz"));
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var address = "http://127.0.0.1:" + server.getAddress().getPort();
    var answer =
        """
        [{"binary": {"installer": {"checksum": "00", "link": "%1$s/jdk.pkg"},
          "package": {"checksum": "%2$s", "link": "%1$s/jdk.tar.gz", "size": 1}}}]
        """
            .formatted(address, genuine ? checksum(archive) : "0".repeat(64));
    serve(server, "/assets/latest/25/hotspot", answer.getBytes(StandardCharsets.UTF_8));
    serve(server, "/jdk.tar.gz", archive);
    server.start();
    try {
      return bash(
          "JDK_API="
              + address
              + "; CACHE=$PWD/cache; JDK_PLACES=$CACHE/jdk-*; fetch_jdk && find_jdk",
          Map.of());
    } finally {
      server.stop(0);
    }
  }

  private static void serve(HttpServer server, String path, byte[] body) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static String checksum(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private Path jdk(String name, String version) throws IOException {
    var home = machine.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    tool(home.resolve("bin/java"), "true");
    tool(home.resolve("bin/javac"), "true");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static void tool(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// What is installed on the machine that runs the test must not count.
  private static String prelude(Map<String, String> environment) {
    return "source "
        + LAUNCHER
        + "; set +e; "
        + (environment.containsKey("PATH") ? "" : "jdk_on_path() { :; }; ");
  }

  private String bash(String script, Map<String, String> more)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder("bash", "-c", prelude(more) + script);
    var environment = new HashMap<>(Map.of("PATH", "/usr/bin:/bin", "HOME", machine.toString()));
    environment.putAll(more);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.directory(machine.toFile()).redirectErrorStream(true);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return output;
  }
}
