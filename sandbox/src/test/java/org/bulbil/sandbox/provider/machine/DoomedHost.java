package org.bulbil.sandbox.provider.machine;

import java.io.IOException;
import java.nio.file.Path;
import org.bulbil.core.testing.MachineTime;

/** A program that runs two machines until it is killed; its argument is where their disks are. */
final class DoomedHost {

  private DoomedHost() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var machines =
        new ProcessMachines(
            Path.of(arguments[0]),
            "127.82.0.0/16",
            Path.of(arguments[0], "bundles"),
            new MachineTime());
    var script =
        new UserData.Script(
            """
            #!/bin/sh
            echo $$ > script.pid
            sleep 1000 &
            echo $! > child.pid
            setsid sleep 1000 &
            echo $! > daemon.pid
            wait
            """);
    machines.build(script);
    machines.build(script);
    Thread.currentThread().join();
  }
}
