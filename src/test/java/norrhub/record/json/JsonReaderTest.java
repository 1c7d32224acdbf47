package norrhub.record.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import norrhub.record.Limits;
import norrhub.record.PartFile;
import norrhub.record.Parts;
import norrhub.record.Parts.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
  private static final JsonSettings ITEMS =
      new JsonSettings("/data/items", List.of(), Optional.empty());
  private static final Limits SMALL = new Limits(10, 20_000, 50, 5, 3, Duration.ofSeconds(10));
  @TempDir Path folder;

  private Outcome read(String json) throws IOException {
    return Parts.read(new JsonReader(), Parts.of(folder, json), ITEMS);
  }

  private Outcome read(String json, JsonSettings settings) throws IOException {
    return Parts.read(new JsonReader(), Parts.of(folder, json), settings);
  }

  private Outcome readSmall(String json) throws IOException {
    return Parts.read(new JsonReader(SMALL), Parts.of(folder, json), ITEMS);
  }

  @Test
  void theListIsFoundWhereverItStands() throws IOException {
    Outcome outcome =
        read(
            """
            {"items": [{"no": 1}],
             "data": {"more": [[], {"items": [{"no": 2}]}],
               "items": [
                 {"id": 1},
                 {"id": 2, "items": [{"no": 3}]}
               ], "total": 2},
             "next": null}
            """);

    assertThat(outcome.contents())
        .containsExactly("{\"id\":1}", "{\"id\":2,\"items\":[{\"no\":3}]}");
    assertThat(outcome.places()).containsExactly("part:4 /data/items/0", "part:5 /data/items/1");
    assertThat(outcome.code()).isEmpty();
  }

  @Test
  void theWholeFileMayBeTheList() throws IOException {
    PartFile part = Parts.of(folder, "[{\"id\":1}, {\"id\":2}]");
    Outcome outcome =
        Parts.read(new JsonReader(), part, new JsonSettings("", List.of(), Optional.empty()));

    assertThat(outcome.places()).containsExactly("part:1 /0", "part:1 /1");
  }

  @Test
  void theListMayStandElsewhereInAnAnswerOfAnotherKind() throws IOException {
    JsonSettings settings = new JsonSettings("", List.of("/hits", "/ads"), Optional.empty());
    Outcome search = read("{\"total\":1,\"hits\":[{\"id\":1}]}", settings);

    assertThat(search.places()).containsExactly("part:1 /hits/0");
    assertThat(read("[{\"id\":1}]", settings).places()).containsExactly("part:1 /0");
    assertThat(read("{\"jobs\":[{\"id\":1}]}", settings).code()).isEqualTo("part-wrong-root");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'data':{'id':7},'included':[]}        | part:1        | ``",
        "{'data':{'id':7},'included':[{]}       | ``            | part-malformed",
        "{'data':{'id':7}                       | ``            | part-cut-off",
        "{'data':{'id':7}} {}                   | part:1        | part-malformed",
        "{'data':[{'id':7},{'id':8}]}           | part:1 /data/0,part:1 /data/1 | ``",
        "{'data':[]}                            | ``            | ``",
        "{'error':'unauthorized'}               | ``            | part-wrong-root",
        "{'data':{}}                            | ``            | part-wrong-root",
        "[]                                     | ``            | part-wrong-root",
      })
  void aFileMayBeOneRecordOfItsOwn(String json, String places, String code) throws IOException {
    JsonSettings settings = new JsonSettings("/data", List.of(), Optional.of("/data/id"));
    Outcome outcome = read(json.replace('\'', '"'), settings);

    assertThat(String.join(",", outcome.places())).isEqualTo(places);
    assertThat(outcome.code()).isEqualTo(code);
  }

  @Test
  void numbersStayAsTheyWereWritten() throws IOException {
    String numbers = "{\"a\":12345678901234567890,\"b\":52000.50,\"c\":0.1,\"d\":-0}";

    assertThat(read("{\"data\":{\"items\":[" + numbers + "]}}").contents().get(0))
        .isEqualTo(numbers.replace("-0", "0"));
  }

  @Test
  void whatIsNoObjectIsReportedAndTheRestIsRead() throws IOException {
    assertThat(read("{\"data\":{\"items\":[null, {\"id\":1}, \"x\", [2]]}}").contents())
        .containsExactly(
            "record-is-no-object", "{\"id\":1}", "record-is-no-object", "record-is-no-object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                             | part-empty",
        "<!doctype html><title>Logga in</title>         | part-is-html",
        "{'data':{'items':[]}}                          | ``",
        "{'data':{'items':{}}}                          | part-wrong-root",
        "{'data':{'items':null}}                        | part-wrong-root",
        "{'error':'unauthorized'}                       | part-wrong-root",
        "[]                                             | part-wrong-root",
        "null                                           | part-wrong-root",
        "{'data':{'items':[{'id':1}                     | part-cut-off",
        "{'data':{'items':[{'id':1}]                    | part-cut-off",
        "{'data':{'items':[{'id':'Överl                 | part-cut-off",
        "{'data':{'items':[{'id':1}]}} {}               | part-malformed",
        "{'data':{'items':[{'id':1,}]}}                 | part-malformed",
        "{'data':{'items':[{'id':1,'id':2}]}}           | part-malformed",
        "{'data':{'items':[]},'data':{'items':[]}}      | part-malformed",
        "{'data':{'items':[{'id':NaN}]}}                | part-malformed",
        "var jobs = {'data':{'items':[]}};              | part-malformed",
      })
  void whatIsWrongWithAPartIsReported(String json, String code) throws IOException {
    assertThat(read(json.replace('\'', '"')).code()).isEqualTo(code);
  }

  @Test
  void utf16IsReadAndLatin1IsNot() throws IOException {
    String json = "{\"data\":{\"items\":[{\"ort\":\"Luleå\"}]}}";

    assertThat(Parts.read(new JsonReader(), Parts.of(folder, json.getBytes(UTF_16LE)), ITEMS))
        .satisfies(outcome -> assertThat(outcome.readings()).hasSize(1));
    assertThat(Parts.read(new JsonReader(), Parts.of(folder, json.getBytes(ISO_8859_1)), ITEMS))
        .satisfies(outcome -> assertThat(outcome.code()).isEqualTo("part-malformed"));
  }

  @Test
  void everythingThatCanGrowHasALimit() throws IOException {
    String item = "{\"data\":{\"items\":[%s]}}";
    String long1 = "x".repeat(50_000);

    assertThat(readSmall(item.formatted("[".repeat(20)))).satisfies(this::isOverLimit);
    assertThat(readSmall("[".repeat(100_000))).satisfies(this::isOverLimit);
    assertThat(readSmall(item.formatted("{\"a\":[" + "1,".repeat(60) + "1]}")))
        .satisfies(this::isOverLimit);
    assertThat(readSmall(item.formatted("{},{},{},{}"))).satisfies(this::isOverLimit);
    assertThat(readSmall(item.formatted("{\"a\":\"" + long1 + "\"}"))).satisfies(this::isOverLimit);
    assertThat(readSmall(item.formatted("{\"" + long1 + "\":1}"))).satisfies(this::isOverLimit);
    assertThat(readSmall(item.formatted("{\"a\":" + "9".repeat(2_000) + "}")))
        .satisfies(this::isOverLimit);
    assertThat(readSmall("{\"before\":\"" + long1 + "\"}")).satisfies(this::isOverLimit);
  }

  private void isOverLimit(Outcome outcome) {
    assertThat(outcome.code()).isEqualTo("part-over-limit");
  }

  @Test
  void aLongFileOfShortRecordsIsUnderTheLimits() throws IOException {
    Limits limits = new Limits(10, 20_000, 50, 5, 100_000, Duration.ofSeconds(10));
    String items = "{\"id\":1},".repeat(20_000) + "{}";
    PartFile part = Parts.of(folder, "{\"data\":{\"items\":[" + items + "]}}");

    assertThat(Parts.read(new JsonReader(limits), part, ITEMS).readings()).hasSize(20_001);
  }
}
