package norrhub.record.repair;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.record.Limits;
import norrhub.record.PartFile;
import norrhub.record.Parts;
import norrhub.record.Parts.Outcome;
import norrhub.record.RecordStream;
import norrhub.record.json.JsonReader;
import norrhub.record.json.JsonSettings;
import norrhub.record.part.PartRecords;
import norrhub.record.xml.XmlReader;
import norrhub.record.xml.XmlSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What systems write wrongly and what the strict readers are shown instead. */
class RepairsTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final XmlSettings JOBS = new XmlSettings("Jobs/Job", List.of(), List.of());
  @TempDir Path folder;

  private static String repair(Repair repair, String text) throws Exception {
    return repair(repair, text.getBytes(UTF_8));
  }

  private static String repair(Repair repair, byte[] bytes) throws Exception {
    return new String(repair.repair(new ByteArrayInputStream(bytes)).readAllBytes(), UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<J><>7</></J>                     | <J><nameless>7</nameless></J>",
        "<J><><label>a</label></></J>      | <J><nameless><label>a</label></nameless></J>",
        "<J><![CDATA[a <> b </>]]><></></J> | <J><![CDATA[a <> b </>]]><nameless></nameless></J>",
        "<J><!-- <> --><T a='<>'/></J>     | <J><!-- <> --><T a='<>'/></J>",
        "<J><![CDATA[x]]]><>1</></J>       | <J><![CDATA[x]]]><nameless>1</nameless></J>",
      })
  void elementsWithoutANameAreGivenOneButNotInTexts(String written, String read) throws Exception {
    assertThat(repair(new NamelessElements(), written)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<u>a?b=1&c=2</u>                | <u>a?b=1&amp;c=2</u>",
        "<u>R & D && x</u>               | <u>R &amp; D &amp;&amp; x</u>",
        "<u a='b&c'/>                    | <u a='b&amp;c'/>",
        "<u>&amp;&lt;&#229;&#xE5;</u>    | <u>&amp;&lt;&#229;&#xE5;</u>",
        "<u>&nbsp;&aring;</u>            | <u>&#160;&#229;</u>",
        "<u>&copy=1&lt b &#x;</u>        | <u>&amp;copy=1&amp;lt b &amp;#x;</u>",
        "<u><![CDATA[a & b]]>&</u>       | <u><![CDATA[a & b]]>&amp;</u>",
        "<!-- a & b --><u/>              | <!-- a & b --><u/>",
        "<u>a&b;c</u>                    | <u>a&amp;b;c</u>",
        "<u>&                            | <u>&amp;",
      })
  void bareAmpersandsAreEscapedOnce(String written, String read) throws Exception {
    assertThat(repair(new BareAmpersands(), written)).isEqualTo(read);
  }

  @Test
  void controlCharactersThatXmlForbidsBecomeSpaces() throws Exception {
    assertThat(repair(new ControlCharacters(), "<t>a\u000bb\u0000c&#x1F;d&#55357;e\t\r\n</t>"))
        .isEqualTo("<t>a b c d e\t\r\n</t>");
    assertThat(repair(new ControlCharacters(), "<t><![CDATA[&#1;\u0001]]></t>"))
        .isEqualTo("<t><![CDATA[&#1; ]]></t>");
  }

  @Test
  void xmlThatSaysIso88591AndIsWindows1252IsReadRight() throws Exception {
    String xml = "<?xml version='1.0' encoding='ISO-8859-1'?><Jobs><Job>%s</Job></Jobs>";
    Outcome outcome =
        read(xml.formatted("Ingenjör – Luleå…").getBytes(WINDOWS_1252), "declared-charset");

    assertThat(outcome.contents()).containsExactly("\"Ingenjör – Luleå…\"");
    assertThat(told(outcome))
        .containsExactly(
            "repaired-character-set declared iso-8859-1, found Windows-1252; 2 times, first in line 1");
  }

  @Test
  void xmlThatSaysIso88591AndIsSaysNothing() throws Exception {
    String xml = "<?xml version='1.0' encoding='ISO-8859-1'?><Jobs><Job>Överläkare</Job></Jobs>";
    Outcome outcome = read(xml.getBytes(ISO_8859_1), "declared-charset");

    assertThat(outcome.contents()).containsExactly("\"Överläkare\"");
    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void xmlThatSaysIso88591AndIsUtf8IsReadRight() throws Exception {
    String xml = "<?xml version='1.0' encoding='ISO-8859-1'?><Jobs><Job>Överläkare</Job></Jobs>";
    Outcome outcome = read(xml.getBytes(UTF_8), "declared-charset");

    assertThat(outcome.contents()).containsExactly("\"Överläkare\"");
    assertThat(told(outcome)).singleElement().asString().contains("found UTF-8");
  }

  @Test
  void oneTextInWindows1252AmongUtf8IsReadRight() throws Exception {
    byte[] good = "<Jobs>\n<Job>Överläkare i Luleå</Job>\n<Job>".getBytes(UTF_8);
    byte[] bad = "Sjuksköterska – natt</Job></Jobs>".getBytes(WINDOWS_1252);
    byte[] both = java.util.Arrays.copyOf(good, good.length + bad.length);
    System.arraycopy(bad, 0, both, good.length, bad.length);
    Outcome outcome = read(both, "declared-charset");

    assertThat(outcome.contents())
        .containsExactly("\"Överläkare i Luleå\"", "\"Sjuksköterska – natt\"");
    assertThat(told(outcome))
        .containsExactly(
            "repaired-character-set declared utf-8, found UTF-8 and Windows-1252;"
                + " 2 times, first in line 3");
  }

  @Test
  void utf16AndOtherCharacterSetsAreLeftToTheParser() throws Exception {
    for (Repair repair : Readers.repairs().subList(0, 4)) {
      byte[] wide = "<Jobs><Job>Ä & <>x</Job></Jobs>".getBytes(UTF_16);
      assertThat(repair.repair(new ByteArrayInputStream(wide)).readAllBytes()).isEqualTo(wide);
    }
    Charset baltic = Charset.forName("windows-1257");
    String xml = "<?xml version='1.0' encoding='windows-1257'?><Jobs><Job>Šiauliai</Job></Jobs>";
    assertThat(read(xml.getBytes(baltic), "declared-charset").contents())
        .containsExactly("\"Šiauliai\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "jobs = [{id: '7', n: 2,},];        | {~jobs~:[{~id~:~7~,~n~:2}]}",
        "A.b['jobs'] = ['x', ];             | {~A.b.jobs~:[~x~]}",
        "[{a: `x`, 'b-c': true}]            | [{~a~:~x~,~b-c~:true}]",
        "{\"a\": [1.5e3, -2, null]}         | {~a~:[1.5e3,-2,null]}",
        "x = {'internal': false, u: undefined}| {~x~:{~internal~:false,~u~:null}}",
        "x = ['It\\'s', 'a \"b\"']          | {~x~:[~It's~,~a \\~b\\~~]}",
        "x = ['\\u0027\\u002D\\x41\\u{1F9CA}'] | {~x~:[~'-A\\uD83E\\uDDCA~]}",
        "x = [/* a, ] */ 1 // 2 ]           | {~x~:[1",
        "var s = '= [1]'; // y = [2]        | {}",
        "if (a == [1]) f = function () { return {b: 1} } | {}",
        "x = [{t: new Date(1, 2), u: f({a: ','}), v: 3}] | {~x~:[{~t~:null,~u~:null,~v~:3}]}",
        "x = [1]; x = [2]                   | {~x~:[1],~x#2~:[2]}",
        "x = {}, y = []                     | {~x~:{},~y~:[]}",
        "s.replace(/'/g, ''); x = [1]       | {~x~:[1]}",
        "x = {f: function () { g('}'); }, a: 1} | {~x~:{~f~:null,~a~:1}}",
        "x = {f: async () => { await g(...h); }, a: 'an async (remote) job ...'} | {~x~:{~f~:null,~a~:~an async (remote) job ...~}}",
        "x = {async f() {}, async: 1, await: 2, get g() { return 1; }, [k]: 3, m, 4: 5} | {~x~:{~f~:null,~async~:1,~await~:2,~g~:null,~m~:null,~4~:5}}",
        "class A { b = 1; c() {} } x = [1]  | {~x~:[1]}",
        "try { a(); } catch { x = [1] }     | {~x~:[1]}",
        "const f = (...r) => r?.[0] ?? 2; let x = [1] | {~x~:[1]}",
        "x = [-0.5, 1E400, 0x10, .5, 007, 1_000, 10n, `a ${b} c`] | {~x~:[-0.5,1E400,null,null,null,null,null,null]}",
        "x = {t: '\\uD800'}                 | {~x~:{~t~:~\\uD800~}}",
        "x = y = [1], z = ([2]); w = [3].concat(v) | {~y~:[1]}",
        "for (var x = [1]; ; ) {} x[0] = [2]; x[y] = [3]; x += [4] | {~x~:[1]}",
      })
  void whatAScriptAssignsIsWrittenAsJson(String script, String json) throws Exception {
    assertThat(repair(new JavaScriptLiterals(), script)).isEqualTo(json.replace('~', '"'));
  }

  @Test
  void theScriptsOfAPageAreFoundAndKeepTheirLines() throws Exception {
    String page =
        """
        <!DOCTYPE html>
        <html><head><script src="a.js"></script></head>
        <body data-x="jobs = [1]">
        <script type="text/javascript">
          var A = A || {};
          A.v['jobs'] = [
            { id: '1', title: 'McDonald\\u0027s s\\u00f6ker', },
            { id: '2', title: 'Kock' },
          ];
        </SCRIPT>
        <script>A.v['more'] = [];</script>
        </body></html>
        """;
    PartFile part = Parts.of(folder, page);
    RecordStream records =
        PartRecords.open(
            part,
            new JsonReader(),
            new JsonSettings("/A.v.jobs", List.of(), Optional.empty()),
            List.of(new JavaScriptLiterals()));
    Outcome outcome = Parts.read(records);

    assertThat(outcome.code()).isEmpty();
    assertThat(outcome.contents())
        .containsExactly(
            "{\"id\":\"1\",\"title\":\"McDonald's söker\"}", "{\"id\":\"2\",\"title\":\"Kock\"}");
    assertThat(outcome.places()).containsExactly("part:7 /A.v.jobs/0", "part:8 /A.v.jobs/1");
    assertThat(told(outcome)).singleElement().asString().startsWith("repaired-javascript");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><script>A = [{id: '1'}, {id: '2</script></html> | part-cut-off",
        "<html><script>A = [{id: '1'}, {id                     | part-cut-off",
        "<html><body>Checking your browser</body></html>        | part-wrong-root",
        "<html><script>A = [{id: 1 'x'}]</script>               | part-malformed",
        "<html><script>A = [{t: 'It's', a: 1}]; b = [2]</script> | part-malformed",
        "<html><script>A = [1 2];</script>                      | part-malformed",
        "<html><script>A = [{id: '1'}, {id: /* 2</script></html> | part-cut-off",
        "<html><script>A = [{id: '1'}, {id: `2</script></html>  | part-cut-off",
        "<html><script>A = [{id: '1'},                          | part-cut-off",
        "<html><script>A = [{id: '1'}, {                        | part-cut-off",
        "<html><script>A = [{id: '1'}, {id: f(                  | part-cut-off",
        "A = [{id: '1'}, {id: '2                                | part-cut-off",
      })
  void aScriptThatIsCutOffOrNotThereIsNoEmptyList(String page, String code) throws Exception {
    PartFile part = Parts.of(folder, page);
    RecordStream records =
        PartRecords.open(
            part,
            new JsonReader(),
            new JsonSettings("/A", List.of(), Optional.empty()),
            List.of(new JavaScriptLiterals()));

    assertThat(Parts.read(records).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{id: '1'}, {id: '2", "[{id: '1'}, {id", "[{id: '1'},", "["})
  void aListThatIsAllOfAFileMayBreakOffToo(String text) throws Exception {
    RecordStream records =
        PartRecords.open(
            Parts.of(folder, text),
            new JsonReader(),
            new JsonSettings("", List.of(), Optional.empty()),
            List.of(new JavaScriptLiterals()));

    assertThat(Parts.read(records).code()).isEqualTo("part-cut-off");
  }

  @Test
  void recordsBeforeTheBreakOfAScriptAreGiven() throws Exception {
    Outcome outcome = script("<script>A = [{id: '1'}, {id: '2'}, {id: '3</script>");

    assertThat(outcome.contents()).containsExactly("{\"id\":\"1\"}", "{\"id\":\"2\"}");
    assertThat(outcome.code()).isEqualTo("part-cut-off");
  }

  @Test
  void bracketsWithinEachOtherWithoutEndNeverReachTheParser() throws Exception {
    String nested = "[".repeat(100_000) + "]".repeat(100_000);

    assertThat(script("<script>A = " + nested + "</script>").code()).isEqualTo("part-over-limit");
    assertThat(script("A = " + nested.replace('[', '(').replace(']', ')')).code())
        .isEqualTo("part-over-limit");
    assertThat(script("A = " + nested.substring(0, 100_000)).code()).isEqualTo("part-over-limit");
  }

  @Test
  void aScriptIsAsLargeAsARecordMayBe() throws Exception {
    String page = "<script>A = [{id: '1'}];</script>" + " ".repeat(Limits.STANDARD.recordBytes());

    assertThat(script(page).code()).isEqualTo("part-over-limit");
  }

  @Test
  void longScriptsOfOtherThingsDoNotHideTheData() throws Exception {
    String sum = "s = 'a'" + " + 'b'".repeat(50_000) + ";";
    String choices = "if (a) {}" + " else if (b) {}".repeat(200);
    Outcome outcome = script("<script>" + sum + choices + "A = [{id: '1'}];</script>");

    assertThat(outcome.code()).isEmpty();
    assertThat(outcome.contents()).containsExactly("{\"id\":\"1\"}");
  }

  private Outcome script(String page) throws Exception {
    return Parts.read(
        PartRecords.open(
            Parts.of(folder, page),
            new JsonReader(),
            new JsonSettings("/A", List.of(), Optional.empty()),
            List.of(new JavaScriptLiterals())));
  }

  @Test
  void severalRepairsWorkTogetherAndEachIsReported() throws Exception {
    byte[] xml =
        "<?xml version='1.0' encoding='ISO-8859-1'?>\n<Jobs><Job>\n<><v>R&D – \u000b</v></></Job></Jobs>"
            .getBytes(WINDOWS_1252);
    Outcome outcome =
        read(xml, "declared-charset", "control-characters", "bare-ampersands", "nameless-elements");

    assertThat(outcome.contents()).containsExactly("{\"nameless\":{\"v\":\"R&D –  \"}}");
    assertThat(told(outcome))
        .containsExactly(
            "repaired-character-set declared iso-8859-1, found Windows-1252; 1 time, in line 3",
            "repaired-control-character 1 time, in line 3",
            "repaired-bare-ampersand 1 time, in line 3",
            "repaired-nameless-element 1 time, in line 3");
  }

  @Test
  void recordsBeforeTheFirstRepairAreGivenOnce() throws Exception {
    String xml = "<Jobs><Job>1</Job><Job>2</Job><Job>?a=1&b=2</Job>%s</Jobs>";
    String rest = "<Job>far from the end</Job>".repeat(400_000);
    Outcome outcome = read(xml.formatted(rest).getBytes(UTF_8), "bare-ampersands");

    assertThat(outcome.code()).isEmpty();
    assertThat(outcome.contents().subList(0, 4))
        .containsExactly("\"1\"", "\"2\"", "\"?a=1&b=2\"", "\"far from the end\"");
    assertThat(outcome.contents()).hasSize(400_003);
  }

  @Test
  void whatIsWellFormedIsNotRepaired() throws Exception {
    Outcome outcome = read("<Jobs><Job>a &lt; b</Job></Jobs>".getBytes(UTF_8), "bare-ampersands");

    assertThat(outcome.contents()).containsExactly("\"a < b\"");
    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void repairsBeforeABreakAreReported() throws Exception {
    Outcome outcome = read("<Jobs><Job>a & b</Job><Job>".getBytes(UTF_8), "bare-ampersands");

    assertThat(outcome.code()).isEqualTo("part-cut-off");
    assertThat(told(outcome)).containsExactly("repaired-bare-ampersand 1 time, in line 1");
  }

  private Outcome read(byte[] bytes, String... names) throws Exception {
    List<Repair> repairs =
        List.of(names).stream()
            .flatMap(name -> Readers.repairs().stream().filter(r -> r.name().equals(name)))
            .toList();
    return Parts.read(PartRecords.open(Parts.of(folder, bytes), new XmlReader(), JOBS, repairs));
  }

  private static List<String> told(Outcome outcome) {
    return outcome.findings().stream().map(RepairsTest::told).toList();
  }

  private static String told(Finding finding) {
    return finding.kind().code() + " " + finding.value();
  }
}
