package io.dateline.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.article.HeadlineLines.Sign;
import io.dateline.boilerplate.BoilerplateDetector;
import io.dateline.boilerplate.BoilerplateTrainer;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.TextCapture;
import io.dateline.furniture.DateOrder;
import io.dateline.furniture.Furniture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fits the weights of {@link TextHeadline} on a folder of plain-text captures with gold titles, and
 * prints how often the right line wins, cross-validated by site, among the pages whose title is a
 * line of the capture. It takes {@code CORPUS WEIGHTS}: a folder with gold.jsonl and txt/ID.txt.gz,
 * and the file to write.
 *
 * <pre>
 * mvn -pl plugin-core test-compile
 * mvn -pl plugin-core exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.dateline.article.TextHeadlineTrainer \
 *   -Dexec.args="CORPUS plugin-core/src/main/resources/io/dateline/article/text-headline.weights"
 * </pre>
 *
 * <p>A conditional logit: the chance of a line is the exponential of its weighted signs as a share
 * of all lines' on its page. Fitted by Adam with a quadratic penalty; deterministic.
 */
public final class TextHeadlineTrainer {

  private static final int FOLDS = 5;
  private static final int ROUNDS = 400;
  private static final double PENALTY = 1;
  private static final double STEP = 0.05;

  /** Of the right headlines, how many in a thousand may be given up to say fewer wrong ones. */
  private static final int GIVEN_UP = 5;

  private static final List<Sign> SIGNS = List.of(Sign.values());

  /**
   * A page's lines, their signs by line and in the order of {@link #SIGNS}, and which are right.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Page(
      int fold, List<HeadlineLines.Line> lines, double[][] signs, boolean[] right) {}

  private TextHeadlineTrainer() {}

  public static void main(String[] args) throws IOException {
    Path corpus = Path.of(args[0]);
    List<Page> pages = read(corpus);
    int won = 0;
    for (int f = 0; f < FOLDS; f++) {
      int fold = f;
      TextHeadline headline = fit(pages.stream().filter(page -> page.fold() != fold).toList());
      won += (int) pages.stream().filter(p -> p.fold() == fold && wins(headline, p)).count();
    }
    TextHeadline headline = fit(pages);
    System.out.printf(
        "%d pages, right by cross-validation %d, on themselves %d%n",
        pages.size(), won, pages.stream().filter(p -> wins(headline, p)).count());
    write(corpus, Path.of(args[1]), weights(pages), threshold(headline, pages));
  }

  private static List<Page> read(Path corpus) throws IOException {
    ObjectMapper json = new ObjectMapper();
    BoilerplateDetector detector = BoilerplateDetector.create();
    Furniture furniture = Furniture.of("", DateOrder.UNKNOWN);
    List<Page> pages = new ArrayList<>();
    for (String line : Files.readAllLines(corpus.resolve("gold.jsonl"))) {
      JsonNode gold = json.readTree(line);
      Path file = corpus.resolve("txt").resolve(gold.get("id").asText() + ".txt.gz");
      if (!Files.exists(file)) {
        continue;
      }
      CapturedPage page = CapturedPage.of(TextCapture.of(BoilerplateTrainer.text(file)));
      List<HeadlineLines.Line> lines = HeadlineLines.of(detector.judge(page).blocks(), furniture);
      String title = TitleTrimmer.words(gold.path("title").asText());
      boolean[] right = new boolean[lines.size()];
      boolean any = false;
      for (int i = 0; i < right.length; i++) {
        right[i] = lines.get(i).words().equals(title);
        any |= right[i];
      }
      if (any) {
        String site = BoilerplateTrainer.site(gold.get("url").asText());
        pages.add(new Page(Math.floorMod(site.hashCode(), FOLDS), lines, numbers(lines), right));
      }
    }
    return pages;
  }

  private static double[][] numbers(List<HeadlineLines.Line> lines) {
    double[][] numbers = new double[lines.size()][SIGNS.size()];
    for (int i = 0; i < numbers.length; i++) {
      for (int k = 0; k < SIGNS.size(); k++) {
        numbers[i][k] = lines.get(i).signs().getOrDefault(SIGNS.get(k), 0f);
      }
    }
    return numbers;
  }

  private static TextHeadline fit(List<Page> pages) {
    return new TextHeadline(weights(pages), Float.NEGATIVE_INFINITY);
  }

  private static Map<Sign, Float> weights(List<Page> pages) {
    double[] weights = new double[SIGNS.size()];
    double[] mean = new double[weights.length];
    double[] square = new double[weights.length];
    for (int round = 1; round <= ROUNDS; round++) {
      double[] gradient = new double[weights.length];
      for (int i = 0; i < weights.length; i++) {
        gradient[i] = -PENALTY * weights[i];
      }
      for (Page page : pages) {
        addGradient(page, weights, gradient);
      }
      for (int i = 0; i < weights.length; i++) {
        mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
        square[i] = 0.99 * square[i] + 0.01 * gradient[i] * gradient[i];
        double scale = Math.sqrt(square[i] / (1 - Math.pow(0.99, round))) + 1e-9;
        weights[i] += STEP * mean[i] / (1 - Math.pow(0.9, round)) / scale;
      }
    }
    Map<Sign, Float> rounded = new EnumMap<>(Sign.class);
    for (int i = 0; i < weights.length; i++) {
      rounded.put(SIGNS.get(i), Math.round(weights[i] * 100) / 100f);
    }
    return rounded;
  }

  private static void addGradient(Page page, double[] weights, double[] gradient) {
    double[] chance = new double[page.right().length];
    double all = 0;
    double right = 0;
    for (int i = 0; i < chance.length; i++) {
      double sum = 0;
      for (int k = 0; k < weights.length; k++) {
        sum += weights[k] * page.signs()[i][k];
      }
      chance[i] = Math.exp(sum);
      all += chance[i];
      right += page.right()[i] ? chance[i] : 0;
    }
    for (int i = 0; i < chance.length; i++) {
      double pull = (page.right()[i] ? chance[i] / right : 0) - chance[i] / all;
      for (int k = 0; k < weights.length; k++) {
        gradient[k] += pull * page.signs()[i][k];
      }
    }
  }

  private static int winner(TextHeadline headline, Page page) {
    int best = 0;
    for (int i = 1; i < page.right().length; i++) {
      if (headline.score(page.lines().get(i)) > headline.score(page.lines().get(best))) {
        best = i;
      }
    }
    return best;
  }

  private static boolean wins(TextHeadline headline, Page page) {
    return page.right()[winner(headline, page)];
  }

  private static float threshold(TextHeadline headline, List<Page> pages) {
    double[] scores =
        pages.stream()
            .filter(page -> wins(headline, page))
            .mapToDouble(page -> headline.score(page.lines().get(winner(headline, page))))
            .sorted()
            .toArray();
    return (float) scores[scores.length * GIVEN_UP / 1000];
  }

  private static void write(Path corpus, Path file, Map<Sign, Float> weights, float threshold)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# How much each sign speaks for a line as the headline, and the least sum that does.");
    lines.add("# Written by TextHeadlineTrainer; see its Javadoc for the command. Trained on WCXB");
    lines.add("# (Murrough Foley 2026, CC BY 4.0), part 'articles'; sha256 of its gold.jsonl:");
    lines.add("# " + BoilerplateTrainer.digest(corpus.resolve("gold.jsonl")));
    lines.add(String.format(Locale.ROOT, "threshold %.2f", threshold));
    SIGNS.stream()
        .map(sign -> String.format(Locale.ROOT, "%s %.2f", sign, weights.get(sign)))
        .forEach(lines::add);
    Files.write(file, lines);
  }
}
