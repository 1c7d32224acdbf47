package norrhub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlReaderTest {
  private static YamlSource read(String yaml) {
    return YamlReader.read(Path.of("x.yaml"), yaml);
  }

  @Test
  void wordsAndNumbersStayTheTextsTheyAre() {
    assertThat(
            read("""
                    a: no
                    off: on
                    b: 0580
                    c: 22:30
                    d: 2026-01-01
                    e: 1_000
                    f: ~
                    g: ''
                    h: 1e3
                    i:
                    """)
                .root())
        .hasToString(
            "{\"a\":\"no\",\"off\":\"on\",\"b\":\"0580\",\"c\":\"22:30\",\"d\":\"2026-01-01\","
                + "\"e\":\"1_000\",\"f\":null,\"g\":\"\",\"h\":\"1e3\",\"i\":null}");
  }

  @Test
  void twentyLevelsAreNotTooMany() {
    assertThat(read("[".repeat(21) + "]".repeat(21)).faults()).isEmpty();
    assertThat(read("[".repeat(22) + "]".repeat(22)).faults()).hasSize(1);
    assertThat(read("a: '!x'\nb: \"&x\"\n").faults()).isEmpty();
  }

  @Test
  void everyValueKnowsItsLine() {
    YamlSource source =
        read(
            "# head\r\na:\r\n  - b: 1\r\n    c: >\r\n      long\r\n      text\r\n  - [x,\r\n y]\r\n");

    assertThat(source.faults()).isEmpty();
    assertThat(source.lines().lines())
        .containsEntry("/a", 2)
        .containsEntry("/a/0/b", 3)
        .containsEntry("/a/0/c", 4)
        .containsEntry("/a/1", 7)
        .containsEntry("/a/1/1", 8);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("", "1: the file is empty"),
        Arguments.of("# only\n# comments\n", "1: the file is empty"),
        Arguments.of("a: 1\nb: 2\na: 3\n", "3: `a` stands twice, first on line 1: keep one"),
        Arguments.of(
            "a: &x 1\n", "1: an anchor (`&name`): write values out, anchors are not taken"),
        Arguments.of(
            "a: 1\nb: *x\n",
            "2: an alias (`*name`): write the value out, aliases are not taken; put a text that begins with * in quotes"),
        Arguments.of(
            "a: !!java.net.URL [x]\n",
            "1: a tag (`!name`): write the plain value, or put it in quotes"),
        Arguments.of(
            "a: 1\nb: !!str x\n", "2: a tag (`!name`): write the plain value, or put it in quotes"),
        Arguments.of(
            "a:\n  !local b: 1\n",
            "2: a tag (`!name`): write the plain value, or put it in quotes"),
        Arguments.of(
            "a: 1\n&x b: 1\n", "2: an anchor (`&name`): write values out, anchors are not taken"),
        Arguments.of(
            "a: &x [*x]\n", "1: an anchor (`&name`): write values out, anchors are not taken"),
        Arguments.of(
            "a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n",
            "1: an anchor (`&name`): write values out, anchors are not taken"),
        Arguments.of("a: 1\n? [b]\n: 2\n", "2: a key must be a plain word"),
        Arguments.of(
            "a: 1\n---\nb: 2\n",
            "2: a second document begins here: write one document a file, take out `---`"),
        Arguments.of("a:\n\tb: 1\n", "2: a tab stands here: indent with spaces, never with tabs"),
        Arguments.of(
            "a: 1\n  b: 2\n",
            "2: this is not YAML: mapping values are not allowed here; is the line indented too"
                + " far, or does a text with `: ` want quotes?"),
        Arguments.of(
            "a:\n  b: 1\n c: 2\n",
            "3: this is not YAML: expected the end of the block, but found '<block mapping start>';"
                + " is the line indented as its neighbours are?"),
        Arguments.of(
            "a: { b: ${X} }\n",
            "1: this is not YAML: expected ',' or '}', but got {; between { } and [ ] put ${NAME}"
                + " in quotes"),
        Arguments.of(
            "a: 1\nb\nc: 2\n",
            "3: this is not YAML: could not find expected ':'; write `key: value`"),
        Arguments.of(
            "a: 1\nb: \u0007\n",
            "2: the character U+0007 has no place in a text file: take it out"),
        Arguments.of(
            "a: " + "[".repeat(40) + "]".repeat(40) + "\n", "1: nested deeper than 20 levels"),
        Arguments.of(
            "a:\n  " + "[".repeat(19) + "\n  [[]]" + "]".repeat(19),
            "3: nested deeper than 20 levels"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsNotPlainYamlIsRefusedWithItsLine(String yaml, String fault) {
    YamlSource source = read(yaml);

    assertThat(source.faults()).extracting(f -> f.line() + ": " + f.text()).containsExactly(fault);
    assertThat(source.root().isMissingNode()).isTrue();
  }

  @Test
  void anUnprintableLetterFarDownIsReportedWithItsLine() {
    assertThat(read("a: 1\n# åäö\n" + "# long line of words\n".repeat(500) + "\u0000").faults())
        .extracting(Fault::line)
        .containsExactly(503);
  }

  @Test
  void aBillionLaughsAreNotLaughed() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int i = 1; i < 30; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(read(yaml.toString()).faults())
        .extracting(Fault::line)
        .contains(1, 2, 30)
        .hasSizeLessThan(100);
  }

  @Test
  void aDeepNestDoesNotOverflowTheStack() {
    assertThat(read("[".repeat(1_000_000)).faults())
        .extracting(Fault::text)
        .isEqualTo(List.of("nested deeper than 20 levels"));
  }
}
