/**
 * What a server is for. An agent rents, pays, bears children and makes its will alike whatever its
 * {@link org.bulbil.agent.workload.Workload} is; a Tor relay ({@code agent.relay}) and a static
 * site ({@code agent.site}) are two, and nothing but these packages knows which. A third one
 * implements {@link org.bulbil.agent.workload.Workload}, its table of the settings ({@code
 * settings.WorkSettings}), and passes {@code WorkloadContract}.
 */
@NullMarked
package org.bulbil.agent.workload;

import org.jspecify.annotations.NullMarked;
