package norrhub.route;

import org.apache.camel.component.file.remote.SftpComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Camel's parts that need setting up by hand. */
@Configuration(proxyBeanMethods = false)
class CamelParts {

  /**
   * There is no starter for camel-ftp here, and without one its properties are ignored silently.
   */
  @Bean("sftp")
  SftpComponent sftp() {
    return new SftpComponent();
  }
}
