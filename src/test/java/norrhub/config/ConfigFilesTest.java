package norrhub.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFilesTest {
  enum Speed {
    SLOW,
    VERY_FAST
  }

  record Wheel(@Default("28") @Min(10) @Max(40) int inches, Optional<String> tyre) {}

  @OneOf({"bell", "horn"})
  record Cycle(
      @FileName String id,
      @FileName(unlessGiven = true) String label,
      @JsonPropertyDescription("Who made it") String maker,
      @Default("very-fast") Speed speed,
      @Default("90s") Duration pause,
      @Default("Europe/Stockholm") ZoneId timeZone,
      Optional<URI> home,
      Optional<Secret> lock,
      @Default("{}") Wheel front,
      Optional<Wheel> back,
      @Matches(value = "[a-z]+", wants = "a word of small letters") List<String> tags,
      Map<String, Section> extras,
      Optional<String> bell,
      Optional<String> horn) {}

  private final ConfigFiles files =
      new ConfigFiles(
          name ->
              Optional.ofNullable(
                  Map.of("LOCK", "s3cr${et", "INCHES", "20", "EMPTY", " ").get(name)));

  private LoadResult<Cycle> read(String yaml) {
    return files.read(Path.of("config/cycles/monark.yaml"), yaml, Cycle.class);
  }

  private List<String> faults(String yaml) {
    return read(yaml).faults().stream().map(f -> f.line() + ": " + f.text()).toList();
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    Cycle cycle = read("maker: 1984\nbell: yes\n").value().orElseThrow();

    assertThat(cycle)
        .isEqualTo(
            new Cycle(
                "monark",
                "monark",
                "1984",
                Speed.VERY_FAST,
                Duration.ofSeconds(90),
                ZoneId.of("Europe/Stockholm"),
                Optional.empty(),
                Optional.empty(),
                new Wheel(28, Optional.empty()),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.of("yes"),
                Optional.empty()));
  }

  @Test
  void everyKindOfValueIsRead() {
    Cycle cycle =
        read("""
                maker: Monark
                label: The old one
                speed: slow
                pause: 5m
                timeZone: Europe/Tallinn
                home: https://example.org/x?y=z
                lock: ${LOCK}
                front: { inches: 24 }
                back:
                  inches: ${INCHES}
                  tyre: "0580"
                tags: [red, light]
                horn: 22:30
                """)
            .value()
            .orElseThrow();

    assertThat(cycle.label()).isEqualTo("The old one");
    assertThat(cycle.speed()).isEqualTo(Speed.SLOW);
    assertThat(cycle.pause()).isEqualTo(Duration.ofMinutes(5));
    assertThat(cycle.home()).contains(URI.create("https://example.org/x?y=z"));
    assertThat(cycle.lock()).contains(new Secret("LOCK", "s3cr${et"));
    assertThat(cycle.front()).isEqualTo(new Wheel(24, Optional.empty()));
    assertThat(cycle.back()).contains(new Wheel(20, Optional.of("0580")));
    assertThat(cycle.tags()).containsExactly("red", "light");
    assertThat(cycle.horn()).contains("22:30");
  }

  @Test
  void aSectionIsReadLaterAndKeepsItsLines() {
    LoadResult<Cycle> cycle =
        read(
            """
            maker: Monark
            bell: loud
            extras:
              basket:
                inches: ${INCHES}
              trailer:
                inhces: 12
                tyre: []
            """);
    Map<String, Section> extras = cycle.value().orElseThrow().extras();

    assertThat(files.read(extras.get("basket"), Wheel.class).value())
        .contains(new Wheel(20, Optional.empty()));
    assertThat(files.read(extras.get("trailer"), Wheel.class).faults())
        .extracting(Fault::toString)
        .containsExactly(
            "config/cycles/monark.yaml:7: unknown key `inhces`, did you mean `inches`?",
            "config/cycles/monark.yaml:8: `tyre` must be a text, but it is a list (lines that"
                + " begin with `- `)");
    assertThat(extras.get("trailer").fault("no").line()).isEqualTo(6);
  }

  @Test
  void allFaultsAreReportedAtOnceInTheOrderOfTheirLines() {
    assertThat(
            faults(
                """
                makr: Monark
                speed: very-fats
                pause: 5 minutes
                timeZone: Europe/Stokholm
                home: here
                front:
                  inches: 5
                back:
                  inches: wide
                lock: hunter2
                tags: [red, Blue]
                bell: a
                horn: b
                colour: red
                """))
        .containsExactly(
            "1: unknown key `makr`, did you mean `maker`?",
            "1: only one of bell, horn may stand here, not both bell and horn",
            "2: `speed` is not one of slow, very-fast (it is `very-fats`); did you mean"
                + " `very-fast`?",
            "3: `pause` is not a duration: write 90s, 5m or 1h (it is `5 minutes`)",
            "4: `timeZone` is not a time zone: write Europe/Stockholm (it is `Europe/Stokholm`)",
            "5: `home` is not an address: write https://host/path (it is `here`)",
            "7: `inches` is not a number from 10 to 40 (it is `5`)",
            "9: `inches` is not a whole number (it is `wide`)",
            "10: `lock` holds a secret itself: write ${NAME} here, and the secret into the"
                + " environment variable NAME or the file config/secrets/NAME. Change the secret,"
                + " it may be known now",
            "11: entry 2 of `tags` is not a word of small letters (it is `Blue`)",
            "14: unknown key `colour`; known here: label, maker, speed, pause, timeZone, home,"
                + " lock, front, back, tags, extras, bell, horn");
  }

  record Lamp(@Size(min = 1, max = 3) List<String> colours, boolean dynamo) {}

  @AllOrNone({"user", "password"})
  record Shop(
      @JsonPropertyDescription("Where it is") String town,
      Optional<String> user,
      Optional<String> password,
      @Matches(value = "[a-z]+", wants = "a small word") Optional<String> word,
      Optional<Lamp> lamp) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                              | the key `town` is missing (Where it is)
          {town: }                        | `town` has no value: give it one, or take the line out
          {town: A, lamp: {dynamo: true}} | the key `colours` is missing
          {town: A, dynamo: true}         | `dynamo` belongs under `lamp`: move or indent it
          {town: A, user: u}              | `user` goes with `password`: write both or neither
          {town: A, lamp: bright}         | `lamp` must be a block of keys, but it is the single value `bright`
          {town: A, word: [a]}            | `word` must be a text, but it is a list (lines that begin with `- `)
          {town: "x${LOCK}"}              | `town` is "x${LOCK}": write ${NAME}, NAME in capitals, digits and _, as the whole value
          {town: "${lock}"}               | `town` is "${lock}": write ${NAME}, NAME in capitals, digits and _, as the whole value
          {town: "${EMPTY}"}              | ${EMPTY}, wanted for `town`, is not set: set the environment variable EMPTY, or write the value into config/secrets/EMPTY
          {town: A, word: "${LOCK}"}      | `word` is not a small word (it is what ${LOCK} is)
          """)
  void everyFaultSaysWhatToDo(String yaml, String fault) {
    assertThat(files.read(Path.of("shop.yaml"), yaml, Shop.class).faults())
        .extracting(Fault::text)
        .isEqualTo(fault == null ? List.of() : List.of(fault));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {dynamo: yes, colours: [red]}   | `dynamo` is not true or false (it is `yes`)
          {dynamo: true, colours: red}    | `colours` must be a list (lines that begin with `- `), but it is the single value `red`
          {dynamo: true, colours: []}     | `colours` has 0 entries; it wants from 1 to 3
          {dynamo: true, colours: [[a]]}  | entry 1 of `colours` must be a text, but it is a list (lines that begin with `- `)
          """)
  void listsAndTruthValuesToo(String yaml, String fault) {
    assertThat(files.read(Path.of("lamp.yaml"), yaml, Lamp.class).faults())
        .extracting(Fault::text)
        .containsExactly(fault);
  }

  @Test
  void aFormHoldsForTheWholeValueAndItsLineEnds() {
    assertThat(files.read(Path.of("shop.yaml"), "town: A\nword: \"a\\n\"\n", Shop.class).faults())
        .hasSize(1);
  }
}
