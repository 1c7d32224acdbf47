package norrhub.record;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import norrhub.record.Parts.Outcome;
import norrhub.record.table.WorkbookXml;
import norrhub.record.xml.XmlReader;
import norrhub.record.xml.XmlSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileXmlTest {
  private static final int MANY = 200_000;
  private static final XmlSettings JOBS = new XmlSettings("Jobs/Job", List.of(), List.of());
  @TempDir Path folder;

  private static String times(int count, IntFunction<String> one) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining());
  }

  static List<String> attributesWithoutEnd() {
    return List.of(
        "<Jobs><Job " + times(MANY, i -> "a" + i + "='' ") + "/></Jobs>",
        "<Jobs " + times(MANY, i -> "a" + i + "=''\n") + "/>",
        "<Jobs><Job><T " + times(MANY, i -> "xmlns:a" + i + "='u' ") + "/></Job></Jobs>",
        "<Jobs><Job " + times(201, i -> "a" + i + "='' ") + "/></Jobs>");
  }

  /** A parser that searches its names from the start takes half a minute for each of these. */
  static List<String> namesWithoutEnd() {
    return List.of(
        "<Jobs>" + times(MANY, i -> "<p" + i + ":Job xmlns:p" + i + "='u'/>") + "</Jobs>",
        "<Jobs>" + times(MANY, i -> "<Job xmlns:p" + i + "='u'/>") + "</Jobs>",
        "<Jobs>" + times(MANY, i -> "<Job xmlns='u" + i + "'/>") + "</Jobs>",
        "<Jobs>" + times(MANY, i -> "<n" + i + "/><Job/>") + "</Jobs>",
        "<Jobs>" + times(MANY, i -> "<Job n" + i + "=''/>") + "</Jobs>",
        "<Jobs>" + times(MANY, i -> "<?p" + i + " x?><Job/>") + "</Jobs>");
  }

  @ParameterizedTest
  @MethodSource("attributesWithoutEnd")
  void anElementWithTooManyAttributesIsRejectedWhileItIsRead(String xml) throws IOException {
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      byte[] bytes = ("\ufeff" + xml).getBytes(charset);
      Outcome outcome = Parts.read(new XmlReader(), Parts.of(folder, bytes), JOBS);
      assertThat(outcome.code()).isEqualTo("part-over-limit");
    }
  }

  /** The time is no measure, it only ends a test that would run for minutes. */
  @ParameterizedTest
  @MethodSource("namesWithoutEnd")
  @Timeout(60)
  void differentNamesCostNoMoreThanTheirBytes(String xml) throws IOException {
    Outcome outcome = Parts.read(new XmlReader(), Parts.of(folder, xml), JOBS);
    assertThat(outcome.code()).isEmpty();
    assertThat(outcome.readings()).hasSize(MANY);
  }

  /**
   * Cut off anywhere, in a multi-byte character too: the partner reads of the cut, not of syntax.
   */
  @Test
  void aFileThatIsCutOffAnywhereIsReportedAsCutOff() throws IOException {
    String xml =
        "<?xml version='1.0' encoding='UTF-8'?><!-- a --><Jobs x='1'><?p q?><Job a='å&amp;' b=\"\">"
            + "<T>å&lt;&#229;🧊</T><![CDATA[<x>]]><!-- c --><E/></Job\n></Jobs >";
    byte[] bytes = xml.getBytes(UTF_8);
    for (int length = 20; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      Outcome outcome = Parts.read(new XmlReader(), Parts.of(folder, cut), JOBS);
      assertThat(outcome.code())
          .as(new String(cut, UTF_8) + " " + outcome.broken())
          .isEqualTo("part-cut-off");
    }
  }

  @Test
  void theRecordsBeforeTheHostileOneStand() throws IOException {
    String xml =
        "<Jobs>"
            + "<Job>x</Job>".repeat(40)
            + "<Job "
            + times(300, i -> "a" + i + "='' ")
            + "/></Jobs>";
    Outcome outcome = Parts.read(new XmlReader(), Parts.of(folder, xml), JOBS);

    assertThat(outcome.code()).isEqualTo("part-over-limit");
    assertThat(outcome.readings()).hasSize(40);
  }

  @Test
  void aWorkbookIsReadWithTheSameLimits() throws IOException {
    String sheet = "<worksheet " + times(MANY, i -> "a" + i + "='' ") + "/>";
    InputStream bytes = new ByteArrayInputStream(sheet.getBytes(UTF_8));
    assertThatThrownBy(() -> WorkbookXml.each(bytes, (parent, element) -> {}))
        .hasMessageContaining("limit (200) exceeded");
  }

  @Test
  void aParserThatComputesTooLongAtOneRecordIsStopped() {
    InputStream hard =
        new InputStream() {
          @Override
          public int read() {
            long until = CpuTime.nanos() + 2_000_000;
            while (CpuTime.nanos() < until) {
              Thread.onSpinWait();
            }
            return 'x';
          }
        };
    BudgetedInputStream input = new BudgetedInputStream(hard, 1000, Duration.ofMillis(100));

    assertThatThrownBy(
            () -> {
              while (input.read() >= 0) {}
            })
        .isInstanceOf(OverLimit.class)
        .hasMessageContaining("time to read a record");
  }

  @Test
  void eachRecordHasItsOwnTimeAndWaitingCostsNone() throws Exception {
    InputStream waiting =
        new InputStream() {
          @Override
          public int read() {
            try {
              Thread.sleep(20);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return 'x';
          }
        };
    BudgetedInputStream input = new BudgetedInputStream(waiting, 1000, Duration.ofMillis(200));
    for (int i = 0; i < 30; i++) {
      assertThat(input.read()).isEqualTo('x');
    }
  }
}
