package norrhub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not on the class path cannot be reached by a partner's text. */
class CamelJarsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.camel.component.controlbus.ControlBusComponent",
        "org.apache.camel.component.exec.ExecComponent",
        "org.apache.camel.component.jms.JmsComponent",
        "org.apache.camel.component.saga.SagaComponent",
        "org.apache.camel.component.sql.SqlComponent",
        "org.apache.camel.component.xslt.XsltComponent",
        "org.apache.camel.component.cxf.jaxws.CxfComponent",
        "org.apache.camel.component.mina.MinaComponent",
        "org.apache.camel.component.netty.NettyComponent",
        "org.apache.camel.component.netty.http.NettyHttpComponent",
        "org.apache.camel.component.sjms.SjmsComponent",
        "org.apache.camel.component.undertow.UndertowComponent",
        "org.apache.camel.component.ldap.LdapComponent",
        "org.apache.camel.processor.aggregate.jdbc.JdbcAggregationRepository",
        "org.apache.activemq.artemis.core.protocol.openwire.OpenWireProtocolManager",
        "org.apache.activemq.artemis.core.protocol.stomp.StompProtocolManager",
        "org.apache.artemis.core.protocol.openwire.OpenWireProtocolManager",
        "org.h2.Driver",
        "org.apache.camel.language.groovy.GroovyLanguage",
        "org.apache.camel.language.mvel.MvelLanguage",
        "org.apache.camel.language.ognl.OgnlLanguage",
        "org.apache.camel.language.xpath.XPathLanguage"
      })
  void thisPartOfCamelIsNotThere(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }

  /**
   * It keeps every later Camel of the virtual machine from starting when one test context fails.
   */
  @Test
  void camelsTestSupportWithItsStaticNoStartFlagIsNotThere() {
    assertThatThrownBy(
            () -> Class.forName("org.apache.camel.test.spring.junit5.CamelSpringBootTest"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  /** Such a step takes the name of what it does from a message, and so from a partner. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "recipientList",
        "routingSlip",
        "dynamicRouter",
        "pollEnrich",
        "enrich",
        "mimeMultipart",
        "saga",
        "script",
        "headersInline"
      })
  void noRouteHasThisStep(String step) throws IOException {
    try (var files = Files.list(Path.of("routes"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain(step + ":");
      }
    }
  }
}
