package dev.carillon.activities.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads YAML of texts, lists and fields. Nothing is guessed from how a text looks: `NO` stays a
/// province and `09:00` a time of day.
final class YamlFile {
  private YamlFile() {}

  /// The file of this name beside this class.
  static Entry shipped(String name) {
    try (InputStream stream = YamlFile.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new InvalidRuleFile(name, "file", "is not there");
      }
      return parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Entry parse(String file, String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    var dumping = new DumperOptions();
    var yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(dumping),
            dumping,
            options,
            new TextsOnly());
    try {
      Object content = yaml.load(text);
      return new Entry(file, "", content == null ? "" : content);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new InvalidRuleFile(file, "line " + line, String.valueOf(e.getProblem()));
    }
  }

  private static final class TextsOnly extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      // Without these every scalar is a text.
    }
  }
}
