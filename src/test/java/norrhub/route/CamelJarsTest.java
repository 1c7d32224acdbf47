package norrhub.route;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        "org.apache.camel.component.platform.http.PlatformHttpComponent",
        "org.apache.camel.component.saga.SagaComponent",
        "org.apache.camel.component.sql.SqlComponent",
        "org.apache.camel.component.xslt.XsltComponent",
        "org.apache.camel.language.groovy.GroovyLanguage",
        "org.apache.camel.language.mvel.MvelLanguage",
        "org.apache.camel.language.ognl.OgnlLanguage",
        "org.apache.camel.language.xpath.XPathLanguage"
      })
  void thisPartOfCamelIsNotThere(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
