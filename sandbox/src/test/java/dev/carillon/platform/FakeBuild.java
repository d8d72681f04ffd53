package dev.carillon.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A build folder as the launcher script makes it, in which every program is a [FakeApplication].
public final class FakeBuild {
  private static final Map<String, String> MAIN_CLASSES =
      Map.of(
          "sandbox", "dev.carillon.sandbox.SandboxMain",
          "media-bridge", "dev.carillon.bridge.BridgeMain",
          "api", "dev.carillon.api.ApiMain",
          "worker", "dev.carillon.worker.WorkerMain");

  private FakeBuild() {}

  /// Fills `folder` and returns it.
  public static Path in(Path folder) throws IOException {
    var classes = Files.createDirectories(folder.resolve("classes"));
    var sources = MAIN_CLASSES.entrySet().stream().map(FakeBuild::source).toList();
    var options =
        List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-nowarn");
    var compiled =
        ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, null, sources);
    if (!compiled.call()) {
      throw new IOException("the fake programs do not compile");
    }
    for (var name : MAIN_CLASSES.keySet()) {
      Files.writeString(
          folder.resolve(name + ".classpath"),
          classes + ":" + System.getProperty("java.class.path"));
    }
    return folder;
  }

  private static JavaFileObject source(Map.Entry<String, String> application) {
    var name = application.getValue();
    var dot = name.lastIndexOf('.');
    var text =
        """
        package %s;
        public final class %s {
          public static void main(String[] arguments) throws java.io.IOException {
            dev.carillon.platform.FakeApplication.main(new String[] {"%s"});
          }
        }
        """
            .formatted(name.substring(0, dot), name.substring(dot + 1), application.getKey());
    var address = URI.create("memory:///" + name.replace('.', '/') + ".java");
    return new SimpleJavaFileObject(address, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
