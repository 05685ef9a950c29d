# The reference solvers: R glmnet, and glm without a penalty, called so that they solve Taut's problem.

suppressMessages(library(glmnet))
source("taut.R")

glmnet.control(fdev = 0, devmax = 1, mnlam = 200, pmin = 1e-14, exmx = 700, prec = 1e-14, mxit = 1000)
THRESH <- 1e-22
ACCEPT <- 1e-8                                               # the largest violation of Taut's conditions that is stored
# Families without an algorithm of their own in glmnet are solved by its Newton steps around a weighted gaussian.
glmnet.control(epsnr = 0, mxitnr = 150)                   # no stop when the objective rests: coefficients rest later
builtIn <- c(squared = "gaussian", logistic = "binomial", multinomial = "multinomial", poisson = "poisson")
familyOf <- function(p) switch(kind(p), probit = binomial("probit"), cloglog = binomial("cloglog"), gamma = Gamma("log"),
  tweedie = statmod::tweedie(var.power = parameter(p), link.power = 0), negbin = MASS::negative.binomial(parameter(p), link = "log"),
  builtIn[[p$loss]])
familyText <- function(p) switch(kind(p), probit = "binomial(\"probit\")", cloglog = "binomial(\"cloglog\")", gamma = "Gamma(\"log\")",
  tweedie = sprintf("statmod::tweedie(var.power = %g, link.power = 0)", parameter(p)),
  negbin = sprintf("MASS::negative.binomial(%g, link = \"log\")", parameter(p)), sprintf("\"%s\"", builtIn[[p$loss]]))

# lambda and alpha of glmnet's call for Taut's lambda and l1Ratio. glmnet divides y by its standard deviation for the gaussian family,
# which multiplies the ridge part by 1/s_y, and rescales penalty factors to the sum p.
translate <- function(p, lambda) {
  v <- factorsOf(p); share <- sum(v) / length(v); rho <- p$l1Ratio
  if (p$loss != "squared") return(list(lambda = lambda * share, alpha = rho))
  r <- p$y - if (is.null(p$offset)) 0 else p$offset
  centre <- if (p$intercept) sum(weightsOf(p) * r) else 0
  sy <- sqrt(sum(weightsOf(p) * (r - centre)^2))
  total <- rho + (1 - rho) * sy
  list(lambda = lambda * share * total, alpha = rho / total)
}

callGlmnet <- function(p, lambda = NULL, ...) {
  x <- if (p$sparse) Matrix::Matrix(p$x, sparse = TRUE) else p$x
  glmnet(x, p$y, family = familyOf(p), weights = p$weights, offset = p$offset, alpha = translate(p, 1)$alpha,
    lambda = if (!is.null(lambda)) translate(p, lambda)$lambda, standardize = p$standardize, intercept = p$intercept,
    thresh = THRESH, maxit = 1e8, penalty.factor = factorsOf(p), lower.limits = lowerOf(p), upper.limits = upperOf(p), ...)
}

describe <- function(p) sprintf("glmnet(x, y, family = %s, alpha = %.17g, lambda = %.17g * lambdas, standardize = %s, intercept = %s, thresh = %g%s)",
  familyText(p), translate(p, 1)$alpha, translate(p, 1)$lambda, p$standardize, p$intercept, THRESH,
  paste(c("", if (!is.null(p$weights)) "weights", if (!is.null(p$offset)) "offset", if (!is.null(p$factors)) "penalty.factor = factors",
    if (!is.null(p$lower)) "lower.limits = lower, upper.limits = upper"), collapse = ", "))

# glmnet keeps limits in its own units; going back to raw units misses a bound by a rounding error, which is undone here.
snap <- function(beta, bound) ifelse(is.finite(bound) & abs(beta - bound) <= 1e-13 * pmax(1, abs(bound)), bound, beta)

coefficients <- function(p, fit, i) {
  several <- p$loss == "multinomial"
  beta <- matrix(if (several) vapply(fit$beta, function(b) b[, i], numeric(ncol(p$x))) else fit$beta[, i], ncol(p$x))
  list(b0 = unname(if (several) fit$a0[, i] else fit$a0[i]), beta = matrix(snap(snap(beta, lowerOf(p)), upperOf(p)), ncol(p$x)))
}

record <- function(p, lambda, s) {
  kkt <- worstKkt(p, lambda, s$b0, s$beta)
  if (kkt > ACCEPT) stop(p$name, " at lambda ", lambda, ": violation ", kkt)
  c(s, list(lambda = lambda, objective = objective(p, lambda, s$b0, s$beta), kkt = kkt))
}

# Solves p at the given lambdas, or else at nullScore * fractions / l1Ratio (ridge: nullScore * fractions).
solvePenalised <- function(p, fractions, lambdas = NULL) {
  score <- nullScore(p)
  if (is.null(lambdas)) lambdas <- score * fractions / if (p$l1Ratio == 0) 1 else p$l1Ratio
  fit <- callGlmnet(p, lambdas)
  stopifnot(length(fit$lambda) == length(lambdas))
  list(package = "glmnet", version = as.character(packageVersion("glmnet")), call = describe(p), nullScore = score,
    solutions = lapply(seq_along(lambdas), function(i) record(p, lambdas[i], coefficients(p, fit, i))))
}

solveUnpenalised <- function(p) {
  if (p$loss == "multinomial") {
    s <- newton(p, rep(TRUE, ncol(p$x)))
    source <- list("own Newton", "1", "newton(problem) of taut.R; every row of coefficients sums to zero over the classes")
  } else {
    x <- if (p$intercept) cbind(1, p$x) else p$x
    theirs <- switch(kind(p), squared = gaussian(), logistic = binomial(), poisson = poisson(), familyOf(p))
    fit <- suppressWarnings(glm.fit(x, p$y, weights = weightsOf(p) * nrow(x), offset = p$offset, family = theirs,
      intercept = p$intercept, control = list(epsilon = 1e-16, maxit = 100)))
    # Scoring stops when the deviance rests, which is earlier than the coefficients do where the link is not the canonical one.
    for (again in 1:40) if (!kind(p) %in% c("squared", "logistic", "poisson"))
      fit <- suppressWarnings(glm.fit(x, p$y, weights = weightsOf(p) * nrow(x), offset = p$offset, family = theirs, start = fit$coefficients,
        intercept = p$intercept, control = list(epsilon = 1e-16, maxit = 100)))
    b <- unname(fit$coefficients)
    s <- if (p$intercept) list(b0 = b[1], beta = matrix(b[-1])) else list(b0 = 0, beta = matrix(b))
    source <- list("stats", paste(R.version$major, R.version$minor, sep = "."),
      sprintf("glm.fit(%s, y, family = %s, control = list(epsilon = 1e-16, maxit = 100)%s)", if (p$intercept) "cbind(1, x)" else "x",
        if (kind(p) %in% c("squared", "logistic", "poisson")) paste0(theirs$family, "()") else familyText(p), paste(c("", if (!is.null(p$weights)) "weights", if (!is.null(p$offset)) "offset"), collapse = ", ")))
  }
  list(package = source[[1]], version = source[[2]], call = source[[3]], nullScore = 0, solutions = list(record(p, 0, s)))
}

# The head of glmnet's automatic grid, in Taut's lambda, relative to nullScore / l1Ratio: 0 when both agree.
lambdaMaxDifference <- function(p, solved) {
  if (p$l1Ratio == 0 || !is.null(p$lower)) return(0)
  head <- callGlmnet(p, nlambda = 5, lambda.min.ratio = 0.5)$lambda[1] / translate(p, 1)$lambda
  difference <- abs(head * p$l1Ratio / solved$nullScore - 1)
  # for other families glmnet takes the null model from glm at its default tolerance
  if (difference > if (is.character(familyOf(p))) 1e-10 else 1e-5) stop(p$name, ": glmnet's lambda_max differs by ", difference)
  difference
}
