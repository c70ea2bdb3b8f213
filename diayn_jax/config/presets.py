"""Sets of defaults by name (`--preset`): small overrides, each with its source."""

from typing import Any

from diayn_jax.config.fields import AUTO

# Small overrides of Config's defaults, which are the cpu preset; each with its source.
PRESETS: dict[str, dict[str, Any]] = {
    "cpu": {},
    # Thousands of environments, large batches and few updates for each step: what made off-policy learners
    # quick on GPUs in parallel Q-learning (Li et al. 2023, arXiv:2307.12983) and FastTD3 (Seo et al. 2025,
    # arXiv:2505.22642). The numbers are ours, and have yet to be measured there. For long runs; of shorter
    # ones see `_fitted`.
    "gpu": {
        "num_envs": 2048,
        "batch_size": 2048,
        "replay_size": 1_000_000,
        "updates_per_iteration": 16,
        "num_env_steps": 20_000_000,
        "epoch_steps": 204_800,
        "warmup_steps": 102_400,
    },
    # Eysenbach et al. 2018, arXiv:1802.06070, appendix, and the settings of the authors' code
    # (github.com/ben-eysenbach/sac, examples/mujoco_all_diayn.py): two hidden layers of 300 for
    # every network, batches of 128, Adam 3e-4, γ 0.99, target step 0.01, a million transitions
    # of replay, entropy weight 0.1 on an unscaled reward, 50 skills, episodes of 1000 steps
    # that end where the environment ends them, the discriminator on the whole observation.
    # Theirs was one environment with one update of each network per environment step. Here it
    # is 8 environments and 8 updates per iteration: the same ratio, with physics in parallel.
    # What stays different: twin critics and a tanh-Gaussian policy (SAC as it is today) where
    # they had a value network and a mixture of Gaussians.
    "paper": {
        "num_skills": 50,
        "features": "obs",
        "policy_hidden_sizes": (300, 300),
        "critic_hidden_sizes": (300, 300),
        "discriminator_hidden_sizes": (300, 300),
        "policy_layer_norm": False,
        "critic_layer_norm": False,
        "discriminator_layer_norm": False,
        "discriminator_weight_decay": 0.0,
        "discriminator_noise": 0.0,
        "discriminator_floor": 0.0,
        "normalize": False,
        "batch_size": 128,
        "learning_rate": 3e-4,
        "discriminator_learning_rate": 3e-4,
        "max_grad_norm": 0.0,
        "replay_size": 1_000_000,
        "alpha": 0.1,
        "target_entropy": AUTO,
        "reward_scale": 1.0,
        "add_log_p": True,
        "discount": 0.99,
        "tau": 0.01,
        "episode_length": 1000,
        "terminate_when_unhealthy": AUTO,
        "skill_sampling": "resampled",
        "prior_weighting": False,
        "num_envs": 8,
        "rollout_length": 1,
        "updates_per_iteration": 8,
        "objective_updates": 1,
        "agent_updates": 1,
        "num_env_steps": 10_000_000,
        "epoch_steps": 1_000,
        "warmup_steps": 1_000,
        "anneal": 0.0,
    },
}
