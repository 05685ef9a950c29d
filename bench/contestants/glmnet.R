# Arguments: folder of the workload, thresh, repetitions. Writes coefficients.bin and times.txt (CPU seconds), and
# curve.bin (mean squared errors of cv.glmnet) if the workload has folds.
suppressMessages({library(glmnet); library(Matrix)})
arguments <- commandArgs(TRUE)
folder <- arguments[1]
thresh <- as.numeric(arguments[2])
repetitions <- as.integer(arguments[3])
meta <- scan(file.path(folder, "meta.txt"), what = "", quiet = TRUE)
n <- as.integer(meta[1]); p <- as.integer(meta[2]); loss <- meta[3]; ratio <- as.numeric(meta[4]); nnz <- as.integer(meta[5])
doubles <- function(name, count) readBin(file.path(folder, name), "double", count)
integers <- function(name, count) readBin(file.path(folder, name), "integer", count)
y <- doubles("y.bin", n)
lambdas <- doubles("lambdas.bin", 100)
x <- if (nnz < 0) doubles("x.bin", as.numeric(n) * p) else
  new("dgCMatrix", i = integers("index.bin", nnz), p = integers("from.bin", p + 1), x = doubles("x.bin", nnz), Dim = c(n, p))
if (nnz < 0) dim(x) <- c(n, p)
# No repetitions: the data are only loaded, to see what memory they take.
if (repetitions == 0) quit("no")
invisible(glmnet.control(fdev = 0, devmax = 1))
family <- if (loss == "logistic") "binomial" else "gaussian"
# glmnet divides a gaussian y by its root mean square and keeps the L2 part as it is; given a y of root mean square 1,
# these alpha and lambda are the problem asked for.
scale <- if (loss == "squared") sqrt(mean(y^2)) else 1
strength <- ratio / scale + 1 - ratio
folds <- file.exists(file.path(folder, "folds.bin"))
foldid <- if (folds) integers("folds.bin", n) + 1L
fitted <- function() if (folds)
  cv.glmnet(x, y / scale, foldid = foldid, family = family, alpha = ratio / scale / strength, lambda = lambdas * strength,
    standardize = FALSE, intercept = FALSE, thresh = thresh, maxit = 1e7) else
  glmnet(x, y / scale, family = family, alpha = ratio / scale / strength, lambda = lambdas * strength,
    standardize = FALSE, intercept = FALSE, thresh = thresh, maxit = 1e7)
times <- numeric(repetitions)
for (k in seq_len(repetitions)) times[k] <- sum(system.time(fit <- fitted())[1:2])
if (folds) {
  writeBin(fit$cvm * scale^2, file.path(folder, "curve.bin"))
  fit <- fit$glmnet.fit
}
if (scale != 1) fit$beta <- fit$beta * scale
# One column at a time: all of them as a dense matrix could be a large part of X, and memory is raced too.
out <- file(file.path(folder, "coefficients.bin"), "wb")
for (k in seq_len(ncol(fit$beta))) writeBin(as.vector(fit$beta[, k]), out)
close(out)
writeLines(as.character(times), file.path(folder, "times.txt"))
