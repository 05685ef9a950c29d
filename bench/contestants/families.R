# Arguments: folder, thresh. Paths of glmnet's multinomial (plain and grouped) and Cox models; writes coefficients.bin (per lambda:
# intercepts, then p coefficients per output) and prints CPU seconds and what glmnet warned of.
suppressMessages(library(glmnet))
arguments <- commandArgs(TRUE)
folder <- arguments[1]
meta <- scan(file.path(folder, "meta.txt"), what = "", quiet = TRUE)
n <- as.integer(meta[1]); p <- as.integer(meta[2]); classes <- as.integer(meta[3]); grouped <- meta[4] == "grouped"
doubles <- function(name, count) readBin(file.path(folder, name), "double", count)
x <- matrix(doubles("x.bin", n * p), n, p)
lambdas <- doubles("lambdas.bin", 1000)
invisible(glmnet.control(fdev = 0, devmax = 1))
said <- character()
time <- system.time(withCallingHandlers({
  fit <- if (classes > 0) glmnet(x, factor(doubles("y.bin", n)), family = "multinomial", lambda = lambdas, thresh = as.numeric(arguments[2]),
      type.multinomial = if (grouped) "grouped" else "ungrouped", maxit = 1e7)
    else { y <- doubles("y.bin", 2 * n)
      glmnet(x, cbind(time = y[1:n], status = y[n + 1:n]), family = "cox", lambda = lambdas, thresh = as.numeric(arguments[2]), maxit = 1e7) }
}, warning = function(w) { said <<- c(said, conditionMessage(w)); invokeRestart("muffleWarning") }))
out <- file(file.path(folder, "coefficients.bin"), "wb")
for (k in seq_along(fit$lambda)) {
  if (classes > 0) {
    writeBin(as.vector(fit$a0[, k]), out)
    for (b in fit$beta) writeBin(as.vector(b[, k]), out)
  } else {
    writeBin(0, out)
    writeBin(as.vector(fit$beta[, k]), out)
  }
}
close(out)
cat(sum(time[1:2]), paste(unique(said), collapse = "; "), "\n")
