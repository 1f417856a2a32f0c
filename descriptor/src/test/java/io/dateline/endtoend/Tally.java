package io.dateline.endtoend;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.kibana.Panel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Counting by hand what Elasticsearch's aggregations count, with its order among equals. */
final class Tally {

  private Tally() {}

  /** Things that share a key. */
  record Group<T>(String key, List<T> members) {}

  /** Groups of what has a key, the heaviest first; equally heavy ones by their key. */
  static <T> List<Group<T>> ranked(
      Collection<T> things, Function<T, String> key, ToLongFunction<List<T>> weight) {
    Comparator<Group<T>> heaviest = comparing(group -> -weight.applyAsLong(group.members));
    return things.stream()
        .filter(thing -> !key.apply(thing).isEmpty())
        .collect(groupingBy(key))
        .entrySet()
        .stream()
        .map(group -> new Group<>(group.getKey(), group.getValue()))
        .sorted(heaviest.thenComparing(Group::key))
        .toList();
  }

  /** How often each key is there. */
  static <T> List<String> counts(Collection<T> things, Function<T, String> key) {
    return ranked(things, key, List::size).stream()
        .map(group -> row(group.key, group.members.size()))
        .toList();
  }

  /**
   * The commonest keys by month, and how many others there are.
   *
   * @param time starts with year and month
   */
  static <T> List<String> overTime(
      Collection<T> things, Function<T, String> key, Function<T, String> time, int size) {
    List<String> rows = new ArrayList<>();
    List<Group<T>> groups = ranked(things, key, List::size);
    for (Group<T> group : groups.subList(0, Math.min(size, groups.size()))) {
      Function<T, String> month = thing -> time.apply(thing).substring(0, 7);
      ranked(group.members, month, List::size).stream()
          .sorted(comparing(Group::key))
          .forEach(g -> rows.add(row(group.key, g.key, g.members.size())));
    }
    long others = groups.stream().skip(size).mapToLong(group -> group.members.size()).sum();
    if (others > 0) {
      rows.add(row("Other", others));
    }
    return rows;
  }

  /** Rows that begin with a time, the latest first. */
  static <T> List<String> latestFirst(
      Collection<T> things, Function<T, String> time, Function<T, String> row) {
    return things.stream()
        .map(thing -> row(time.apply(thing), row.apply(thing)))
        .sorted(comparing((String line) -> line.split(" ", 2)[0]).reversed())
        .toList();
  }

  /** How many points lie in each tile of the web's map at zoom 6. */
  static List<String> tiles(Stream<JsonNode> points) {
    return counts(points.toList(), Tally::tile).stream().sorted().toList();
  }

  private static String tile(JsonNode point) {
    double latitude = Math.toRadians(point.path("latitude").asDouble());
    double north = Math.log(Math.tan(latitude) + 1 / Math.cos(latitude));
    long x = (long) ((point.path("longitude").asDouble() + 180) / 360 * 64);
    long y = (long) ((1 - north / Math.PI) / 2 * 64);
    return "6/" + x + "/" + y;
  }

  /** Cells as {@link Panel} parts them. */
  static String row(Object... cells) {
    return Stream.of(cells).map(Object::toString).collect(joining(Panel.CELL));
  }
}
