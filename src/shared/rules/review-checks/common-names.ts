/**
 * Words that are names too, folded. Alone in a review they are mostly the word (May, Page) or the method (Fisher, Markov),
 * so only a whole name with them counts.
 */
export const COMMON_NAMES: ReadonlySet<string> = new Set(
  `april archer august autumn baker ball banks barber bell berg best bias bird black blue bond book born bow brand bright
  brook brooks brown bush butler carpenter carter case chance chase church clay close cloud cook cooper cross crystal dale
  daily dawn dean dear drew early east ember faith fair field fields fisher flood floor flower ford forest foster fox
  frank free french frost game gates german glass gold good grace grant grave graves gray green grey grid hale hall hand
  hart hash heart heath high hill hills holiday holy hope house hunt hunter iris jade joy judge june just keen king knight
  lake lamb land lane large last law lead lean lens light link little long loop love lucky major maker march marine mark
  marks marsh mason mass masters matter mercy middle mile miles mill miller mills mine mint moon moore moral moss mount
  near noble north oaks olive order page pages pace paper park parker parks pearl penny piece place point pole pool pope
  post potter power powers price prince proper quick rain range read reader real reason reed rich rise river rivers robin
  rock rocks root rose ruby rule sage sample sand sands school score sharp shell shepherd ship short sides silver singer
  skin small smart snow song south sparks spear spring staff star stark stern still stock stone storm story strange
  street strong summer swift table taylor temple thin trace tree true turner vale vast victor violet walker wall walls
  ward waters weaver webb wells west white wild will wing winter wise wolf wood woods work worth young
  bayes bellman bernoulli boltzmann cauchy dirichlet euler fourier frobenius gauss gibbs godel hamilton hebb hessian
  hilbert huber jacobi jensen kalman kolmogorov lagrange langevin laplace lipschitz lyapunov markov mercer metropolis
  nash newton neumann pareto pearson poisson riemann schur shannon sobolev stein stokes student turing weibull wasserstein
  wiener wilson`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Parts of names that are no names by themselves, folded. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'abdel abdul bint della delle dell dos ibn junior prof senior van vande vanden vander von zu zum zur'.split(
    ' ',
  ),
);

/** What stands before the @ of an address that many share. */
export const SHARED_MAILBOXES: ReadonlySet<string> = new Set(
  'contact editor editors info mail office review reviewer reviewers reviews science student support'.split(
    ' ',
  ),
);
