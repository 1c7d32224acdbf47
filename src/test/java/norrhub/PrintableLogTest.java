package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The hub's own log, as its configuration sets it up. */
@ExtendWith(OutputCaptureExtension.class)
class PrintableLogTest {
  private static final String FORGED =
      "x\u001b[2J\r\n2026-01-01 00:00:00.000 INFO  Work: all is well\u009b\u202e";
  private static final String SHOWN =
      "x\\u001b[2J\\r\\n2026-01-01 00:00:00.000 INFO  Work: all is well\\u009b\\u202e";

  @Configuration
  static class Nothing {}

  @Test
  void namesFromOutsideNeitherEndALineNorSteerATerminal(CapturedOutput output) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE).run()) {
      assertThat(context.isActive()).isTrue();
      Logger ours = LoggerFactory.getLogger("norrhub.Test");
      int before = output.getOut().length();

      ours.warn("received file [{}] of mail [{}]", FORGED, "Ämne " + FORGED);
      ours.error(
          "host {} fails",
          "h" + FORGED,
          new IllegalStateException(FORGED, new java.io.IOException("cause " + FORGED)));
      LoggerFactory.getLogger("org.apache.camel.x").warn("cannot read " + FORGED);

      String told = output.getOut().substring(before);
      assertThat(told)
          .doesNotContain("\u001b", "\u009b", "\u202e", "\r")
          .contains("received file [" + SHOWN + "] of mail [Ämne " + SHOWN + "]")
          .contains("host h" + SHOWN + " fails")
          .contains("IllegalStateException: " + SHOWN)
          .contains("IOException: cause " + SHOWN)
          .contains("cannot read " + SHOWN);
      assertThat(told.lines().filter(line -> line.startsWith("2026-01-01"))).isEmpty();
      assertThat(told.lines().filter(line -> line.startsWith("\tat "))).isNotEmpty();
    }
  }

  @Test
  void theFrameworksReportsKeepTheirLines(CapturedOutput output) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE).run()) {
      LoggerFactory.getLogger("org.springframework.boot.diagnostics.X").error("a\nb\u001b");

      assertThat(List.of(context.isActive())).containsExactly(true);
      assertThat(output.getOut()).contains("a\nb\\u001b");
    }
  }
}
