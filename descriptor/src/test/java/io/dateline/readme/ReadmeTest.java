package io.dateline.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.boilerplate.BlockKind;
import io.dateline.command.DatelineCommand;
import io.dateline.tika.connector.ElasticsearchEmitter;
import io.dateline.tika.parser.NewsMetadata;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

@DisplayName("The README")
class ReadmeTest {

  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  private final String readme;

  ReadmeTest() throws IOException {
    readme = Files.readString(Path.of("../README.md"));
  }

  @Test
  void namesEveryCommandAndOption() {
    String commands = section("Commands");
    List<String> missing = new ArrayList<>();
    for (CommandLine command : commandsBelow(DatelineCommand.commandLine())) {
      if (!commands.contains("`" + command.getCommandName())
          && !commands.contains(" " + command.getCommandName() + " ")) {
        missing.add(command.getCommandName());
      }
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (!commands.contains("`" + option.longestName())
            && !commands.contains(option.longestName() + " ")) {
          missing.add(command.getCommandName() + " " + option.longestName());
        }
      }
    }

    assertEquals(List.of(), missing);
  }

  @Test
  void namesNoOptionThatIsNotThere() {
    TreeSet<String> there = new TreeSet<>();
    for (CommandLine command : commandsBelow(DatelineCommand.commandLine())) {
      command.getCommandSpec().options().forEach(o -> there.addAll(List.of(o.names())));
    }
    TreeSet<String> named = new TreeSet<>();
    Matcher option = OPTION.matcher(section("Commands"));
    while (option.find()) {
      named.add(option.group());
    }

    named.removeAll(there);

    assertEquals(new TreeSet<>(), named);
  }

  @Test
  void namesEveryMetadataKey() throws IllegalAccessException {
    String fields = section("Fields");
    List<String> missing = new ArrayList<>();
    for (Field field : NewsMetadata.class.getFields()) {
      if (field.get(null) instanceof Property property
          && !fields.contains("`" + property.getName() + "`")) {
        missing.add(property.getName());
      }
    }

    assertEquals(List.of(), missing);
  }

  @Test
  void namesEveryKindOfRemovedBlock() {
    String fields = section("Fields");
    for (BlockKind kind : BlockKind.values()) {
      assertTrue(kind.isBody() || fields.contains(kind.label()), kind::label);
    }
  }

  @Test
  void namesEverySettingOfTheEmitter() {
    String settings = section("Settings");
    List<String> missing = new ArrayList<>();
    for (Method method : ElasticsearchEmitter.class.getDeclaredMethods()) {
      String name = method.getName();
      if (name.startsWith("set")) {
        String setting = name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4);
        if (!settings.contains("`" + setting + "`")) {
          missing.add(setting);
        }
      }
    }

    assertEquals(List.of(), missing);
  }

  @Test
  void explainsEveryPanelAndControl() throws IOException {
    String kibana = section("See it in Kibana");
    List<String> missing = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("kibana/dateline.ndjson"))) {
      JsonNode object = new ObjectMapper().readTree(line);
      List<String> names = new ArrayList<>(List.of(object.at("/attributes/title").asText()));
      JsonNode controls = object.at("/attributes/controlGroupInput/panelsJSON");
      if (!controls.isMissingNode()) {
        new ObjectMapper()
            .readTree(controls.asText())
            .findValuesAsText("title")
            .forEach(title -> names.add(title.toLowerCase(Locale.ROOT)));
      }
      names.stream().filter(name -> !kibana.contains(name)).forEach(missing::add);
    }

    assertEquals(List.of(), missing);
  }

  @Test
  void linksToFilesThatExist() {
    Matcher link = LINK.matcher(readme);
    while (link.find()) {
      Path target = Path.of("..", link.group(1));
      assertTrue(Files.exists(target), target::toString);
    }
  }

  private String section(String title) {
    String heading = "\n## " + title + "\n";
    int start = readme.indexOf(heading);
    assertTrue(start >= 0, () -> "no section " + title);
    int end = readme.indexOf("\n## ", start + heading.length());
    return readme.substring(start, end < 0 ? readme.length() : end);
  }

  private static List<CommandLine> commandsBelow(CommandLine parent) {
    List<CommandLine> commands = new ArrayList<>();
    for (Map.Entry<String, CommandLine> child : parent.getSubcommands().entrySet()) {
      if (!child.getKey().equals("help")) {
        commands.add(child.getValue());
        commands.addAll(commandsBelow(child.getValue()));
      }
    }
    return commands;
  }
}
